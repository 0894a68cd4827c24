/** Measures submissions on the running local stack, and compares them with the same SQL run on the database alone. */
@NullMarked
package hk.itf.infra.benchmark;

import org.jspecify.annotations.NullMarked;
