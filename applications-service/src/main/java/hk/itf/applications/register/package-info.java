/** Registers: approved applications of one scheme that applications of another scheme name, such as courses. */
@NullMarked
package hk.itf.applications.register;

import org.jspecify.annotations.NullMarked;
