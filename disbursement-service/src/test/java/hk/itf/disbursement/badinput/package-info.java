/** Bad requests, roles and foreign ids: what the operations of this service must refuse. */
@NullMarked
package hk.itf.disbursement.badinput;

import org.jspecify.annotations.NullMarked;
