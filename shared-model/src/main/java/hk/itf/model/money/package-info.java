/** Amounts in minor units. Nothing here is floating point. */
@NullMarked
package hk.itf.model.money;

import org.jspecify.annotations.NullMarked;
