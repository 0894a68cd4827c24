/**
 * The filings of applicants, as applications-service states them. Money moves on the word of two services: a decision of
 * assessment-service takes effect only when it agrees with the filing that it judges.
 */
@NullMarked
package hk.itf.disbursement.filing;

import org.jspecify.annotations.NullMarked;
