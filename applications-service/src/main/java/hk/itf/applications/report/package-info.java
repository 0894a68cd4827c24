/** The calendar of what has to be reported, made at agreement: who is late is told so, and others hold the money. */
@NullMarked
package hk.itf.applications.report;

import org.jspecify.annotations.NullMarked;
