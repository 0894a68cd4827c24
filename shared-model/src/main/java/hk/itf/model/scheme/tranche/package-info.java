/** How an entitlement is paid: the tranche plan, the gates of each tranche, and the claims that meet gates. */
@NullMarked
package hk.itf.model.scheme.tranche;

import org.jspecify.annotations.NullMarked;
