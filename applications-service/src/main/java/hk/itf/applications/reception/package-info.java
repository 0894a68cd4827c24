/**
 * Receives the events of assessment-service and disbursement-service and hands each to the use case that applies it, in
 * the rooms progress, claim, amendment and papers.
 */
@NullMarked
package hk.itf.applications.reception;

import org.jspecify.annotations.NullMarked;
