/**
 * Tranche plans: applies the plan of an award version to its tranches. A first version schedules tranches, an amendment
 * adds, changes or cancels them, and a termination cancels the unreleased ones. The room has no aggregate of its own.
 * It changes awards, award versions and tranches, and uses the room {@code settlement}.
 */
@NullMarked
package hk.itf.disbursement.trancheplan;

import org.jspecify.annotations.NullMarked;
