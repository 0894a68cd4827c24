/** The grantee's copy of tranches and receivables, and the claims that tranches await. Follows events of disbursement-service. */
@NullMarked
package hk.itf.applications.grant;

import org.jspecify.annotations.NullMarked;
