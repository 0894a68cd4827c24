/** Journeys over the three packaged services, through their public APIs: the demo that people run, and the end-to-end tests. */
@NullMarked
package hk.itf.infra.endtoend;

import org.jspecify.annotations.NullMarked;
