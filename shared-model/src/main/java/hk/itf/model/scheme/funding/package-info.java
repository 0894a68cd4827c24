/** Formulas that turn answers into an entitlement, with each step of the calculation. */
@NullMarked
package hk.itf.model.scheme.funding;

import org.jspecify.annotations.NullMarked;
