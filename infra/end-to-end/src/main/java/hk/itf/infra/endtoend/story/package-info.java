/** The people of a journey and what each of them does through the public APIs of the platform. */
@NullMarked
package hk.itf.infra.endtoend.story;

import org.jspecify.annotations.NullMarked;
