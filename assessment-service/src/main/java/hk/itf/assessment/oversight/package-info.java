/** Oversight for the secretariat: workload, and overdue clarifications with their reminders. Uses review cases. */
@NullMarked
package hk.itf.assessment.oversight;

import org.jspecify.annotations.NullMarked;
