/** Applications: drafts, answers, withdrawal, and the views of applications. Uses schemes, calls, organisations, allowances and grants. */
@NullMarked
package hk.itf.applications.application;

import org.jspecify.annotations.NullMarked;
