/**
 * The way of a review case along its vetting route: it opens, advances from stage to stage, resumes after a clarification,
 * is withdrawn and closes. The reception table for the events of applications-service is here. Uses {@code reviewcase},
 * {@code reviewtask} and {@code scheme}.
 */
@NullMarked
package hk.itf.assessment.caseroute;

import org.jspecify.annotations.NullMarked;
