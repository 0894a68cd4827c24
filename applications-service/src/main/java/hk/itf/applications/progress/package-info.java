/**
 * The progress of a submitted application: results of assessment, offers, their acceptance and lapse, and the payments of
 * the grant. Uses applications, grants, allowances and notices.
 */
@NullMarked
package hk.itf.applications.progress;

import org.jspecify.annotations.NullMarked;
