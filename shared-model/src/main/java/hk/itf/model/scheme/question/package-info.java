/** Questions, their answers, and the conditions and rules that look at answers. */
@NullMarked
package hk.itf.model.scheme.question;

import org.jspecify.annotations.NullMarked;
