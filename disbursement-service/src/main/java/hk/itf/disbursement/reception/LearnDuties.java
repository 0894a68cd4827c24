package hk.itf.disbursement.reception;

import hk.itf.infra.duty.Duty;
import hk.itf.infra.duty.GrantDuties;
import hk.itf.model.event.ApplicationEvent.ApplicationSubmitted;
import hk.itf.model.event.ApplicationEvent.ClaimSubmitted;
import hk.itf.model.event.AssessmentEvent.ApplicationApproved;
import hk.itf.model.event.AssessmentEvent.ApplicationFoundIneligible;
import hk.itf.model.event.AssessmentEvent.ClaimAccepted;
import hk.itf.model.event.AssessmentEvent.ClaimRejected;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Learns from events which duties people took elsewhere, so that they are not given another here. Also from events that
 * come too late or too early to change an award: the duty was taken all the same.
 */
@ApplicationScoped
class LearnDuties {

    private final GrantDuties duties;

    LearnDuties(GrantDuties duties) {
        this.duties = duties;
    }

    @Transactional
    void from(ApplicationSubmitted submitted) {
        duties.learn(submitted.grant(), submitted.actor(), Duty.SUBMITTED);
    }

    @Transactional
    void from(ClaimSubmitted submitted) {
        duties.learn(submitted.grant(), submitted.actor(), Duty.SUBMITTED);
    }

    @Transactional
    void from(ApplicationFoundIneligible found) {
        duties.learn(found.grant(), found.actor(), Duty.SCORED);
    }

    @Transactional
    void from(ApplicationApproved approved) {
        approved.voters().forEach(voter -> duties.learn(approved.grant(), voter, Duty.SCORED));
        duties.learn(approved.grant(), approved.actor(), Duty.DECIDED);
    }

    @Transactional
    void from(ClaimAccepted accepted) {
        duties.learn(accepted.grant(), accepted.actor(), Duty.VETTED_CLAIM);
    }

    @Transactional
    void from(ClaimRejected rejected) {
        duties.learn(rejected.grant(), rejected.actor(), Duty.VETTED_CLAIM);
    }
}
