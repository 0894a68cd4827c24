/** Attachments: kept here, served to whoever holds a review task for as long as the lease lasts. */
@NullMarked
package hk.itf.applications.papers;

import org.jspecify.annotations.NullMarked;
