/**
 * Floors: how fast the servers under the platform are without the platform. The rows of the floors are the rows that the
 * services wrote for one grant in this run, so that the floors follow every change of the schema.
 */
@NullMarked
package hk.itf.infra.benchmark.floor;

import org.jspecify.annotations.NullMarked;
