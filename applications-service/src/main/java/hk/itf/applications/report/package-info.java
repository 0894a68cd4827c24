/**
 * The report calendar of a running grant: reminds the grantee of due reports and marks missing reports as overdue. The
 * reports themselves are filed in the room claim; the room grant keeps what is awaited. disbursement-service puts payments
 * on hold while a report is overdue.
 */
@NullMarked
package hk.itf.applications.report;

import org.jspecify.annotations.NullMarked;
