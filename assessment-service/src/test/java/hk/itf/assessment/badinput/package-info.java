/** Bad requests, roles and foreign ids: what the operations of this service must refuse. */
@NullMarked
package hk.itf.assessment.badinput;

import org.jspecify.annotations.NullMarked;
