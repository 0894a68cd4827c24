/** Amounts of money in cents, without floating point. */
@NullMarked
package hk.itf.model.money;

import org.jspecify.annotations.NullMarked;
