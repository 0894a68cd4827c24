/**
 * Claims on the tranches of a running grant, from the draft to the decision. A claim is drafted, submitted, vetted by
 * assessment-service, and then accepted or rejected. The room claimline calculates the lines; the room grant keeps the
 * tranches and their deadlines; the room papers keeps the attached files.
 */
@NullMarked
package hk.itf.applications.claim;

import org.jspecify.annotations.NullMarked;
