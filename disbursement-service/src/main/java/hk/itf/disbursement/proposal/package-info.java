/** What takes two people: one proposes, another confirms. */
@NullMarked
package hk.itf.disbursement.proposal;

import org.jspecify.annotations.NullMarked;
