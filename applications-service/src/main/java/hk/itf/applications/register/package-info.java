/** Registers: approved cases of one scheme that cases of another name, such as courses. */
@NullMarked
package hk.itf.applications.register;

import org.jspecify.annotations.NullMarked;
