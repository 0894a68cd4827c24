/**
 * Notices to applicants: a row in three languages, shown by the API in the reader's language and written to a file for an
 * e-mail relay. Other rooms write a notice in the transaction of the change that it reports. This room uses no other room.
 */
@NullMarked
package hk.itf.applications.notice;

import org.jspecify.annotations.NullMarked;
