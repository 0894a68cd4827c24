/** Journeys over the three packaged services through their public APIs. The demo and the end-to-end tests run them. */
@NullMarked
package hk.itf.infra.endtoend;

import org.jspecify.annotations.NullMarked;
