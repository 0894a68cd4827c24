/** The parts of the Government's calendar that need dates only. Working days and Hong Kong time are in {@code infra/clock}. */
@NullMarked
package hk.itf.model.calendar;

import org.jspecify.annotations.NullMarked;
