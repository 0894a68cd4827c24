/** The result of a benchmark: metrics with floors and targets, as a table, as JSON and as pictures. */
@NullMarked
package hk.itf.infra.benchmark.report;

import org.jspecify.annotations.NullMarked;
