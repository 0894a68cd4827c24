/** Organisations that apply, and their members. */
@NullMarked
package hk.itf.applications.organisation;

import org.jspecify.annotations.NullMarked;
