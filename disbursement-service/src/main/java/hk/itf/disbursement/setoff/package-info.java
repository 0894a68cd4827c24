/** Setting what an organisation owes off against what is due to it. */
@NullMarked
package hk.itf.disbursement.setoff;

import org.jspecify.annotations.NullMarked;
