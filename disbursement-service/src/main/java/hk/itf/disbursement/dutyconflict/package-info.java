/** People who turn out to have taken two duties of a grant: the money waits until the act is undone or two people confirm. */
@NullMarked
package hk.itf.disbursement.dutyconflict;

import org.jspecify.annotations.NullMarked;
