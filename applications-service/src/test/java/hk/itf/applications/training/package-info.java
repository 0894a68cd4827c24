/** Training grants, from the registered course to the last line of a claim: files and kinds only. */
@NullMarked
package hk.itf.applications.training;

import org.jspecify.annotations.NullMarked;
