/** Readings of processes and databases before and after a load: CPU seconds, commits, statements, WAL, rows and events. */
@NullMarked
package hk.itf.infra.benchmark.measure;

import org.jspecify.annotations.NullMarked;
