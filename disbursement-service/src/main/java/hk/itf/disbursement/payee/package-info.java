/** Bank details by organisation: filed by applicants, verified by a second person, cooling off. */
@NullMarked
package hk.itf.disbursement.payee;

import org.jspecify.annotations.NullMarked;
