/** What a grantee files after the award: to be paid, and to show what instalments wait for. */
@NullMarked
package hk.itf.applications.claim;

import org.jspecify.annotations.NullMarked;
