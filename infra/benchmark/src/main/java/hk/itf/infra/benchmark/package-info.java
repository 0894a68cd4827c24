/** Measures the running local stack, each number beside what the database alone could do on the same machine. */
@NullMarked
package hk.itf.infra.benchmark;

import org.jspecify.annotations.NullMarked;
