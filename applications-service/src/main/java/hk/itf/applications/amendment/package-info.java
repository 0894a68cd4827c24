/**
 * Amendments of a running award, from the draft to the award version in force. An amendment is drafted, submitted, vetted
 * by assessment-service, and put in force when disbursement-service has the new version. The room proposal calculates
 * the proposed version; the rooms claim, grant, progress and allowance follow the version in force.
 */
@NullMarked
package hk.itf.applications.amendment;

import org.jspecify.annotations.NullMarked;
