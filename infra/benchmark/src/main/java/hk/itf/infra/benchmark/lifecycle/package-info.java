/** Whole lives of grants over the public APIs, from the draft to the completed award, and the people who act in them. */
@NullMarked
package hk.itf.infra.benchmark.lifecycle;

import org.jspecify.annotations.NullMarked;
