/** The scenarios of the benchmark. Each adds its metrics to the report. */
@NullMarked
package hk.itf.infra.benchmark.scenario;

import org.jspecify.annotations.NullMarked;
