/** The money of a scheme in a financial year, topped up with four eyes. */
@NullMarked
package hk.itf.disbursement.envelope;

import org.jspecify.annotations.NullMarked;
