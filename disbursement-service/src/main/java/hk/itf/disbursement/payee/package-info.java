/**
 * Bank details of organisations, in numbered versions. An applicant files a version, another person verifies it, and it
 * cools off before the first payment. A new version supersedes the last one. The aggregate is {@link Payee}.
 */
@NullMarked
package hk.itf.disbursement.payee;

import org.jspecify.annotations.NullMarked;
