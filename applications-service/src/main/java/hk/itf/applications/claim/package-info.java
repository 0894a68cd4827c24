/** What a grantee files after the award to be paid. */
@NullMarked
package hk.itf.applications.claim;

import org.jspecify.annotations.NullMarked;
