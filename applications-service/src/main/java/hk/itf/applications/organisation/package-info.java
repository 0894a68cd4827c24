/** Organisations that apply, and the people who act for them. */
@NullMarked
package hk.itf.applications.organisation;

import org.jspecify.annotations.NullMarked;
