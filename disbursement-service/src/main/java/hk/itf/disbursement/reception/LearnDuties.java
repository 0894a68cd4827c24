package hk.itf.disbursement.reception;

import hk.itf.infra.duty.Duty;
import hk.itf.infra.duty.GrantDuties;
import hk.itf.model.event.ApplicationEvent.AmendmentResubmitted;
import hk.itf.model.event.ApplicationEvent.AmendmentSubmitted;
import hk.itf.model.event.ApplicationEvent.ApplicationResubmitted;
import hk.itf.model.event.ApplicationEvent.ApplicationSubmitted;
import hk.itf.model.event.ApplicationEvent.ClaimResubmitted;
import hk.itf.model.event.ApplicationEvent.ClaimSubmitted;
import hk.itf.model.event.AssessmentEvent.AmendmentApproved;
import hk.itf.model.event.AssessmentEvent.AmendmentDeclined;
import hk.itf.model.event.AssessmentEvent.ApplicationApproved;
import hk.itf.model.event.AssessmentEvent.ApplicationFoundIneligible;
import hk.itf.model.event.AssessmentEvent.ClaimAccepted;
import hk.itf.model.event.AssessmentEvent.ClaimRejected;
import hk.itf.model.event.AssessmentEvent.StageGateFailed;
import hk.itf.model.event.AssessmentEvent.StageGatePassed;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import hk.itf.model.scheme.tranche.ClaimKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

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
    void from(ApplicationResubmitted resubmitted) {
        duties.learn(resubmitted.grant(), resubmitted.actor(), Duty.SUBMITTED);
    }

    @Transactional
    void from(ClaimResubmitted resubmitted) {
        duties.learn(resubmitted.grant(), resubmitted.actor(), Duty.SUBMITTED);
    }

    @Transactional
    void from(AmendmentSubmitted submitted) {
        duties.learn(submitted.grant(), submitted.actor(), Duty.SUBMITTED);
    }

    @Transactional
    void from(AmendmentResubmitted resubmitted) {
        duties.learn(resubmitted.grant(), resubmitted.actor(), Duty.SUBMITTED);
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
        decided(approved.grant(), approved.actor(), approved.voters());
    }

    @Transactional
    void from(AmendmentApproved approved) {
        decided(approved.grant(), approved.actor(), approved.voters());
    }

    @Transactional
    void from(AmendmentDeclined declined) {
        decided(declined.grant(), declined.actor(), declined.voters());
    }

    @Transactional
    void from(StageGatePassed passed) {
        decided(passed.grant(), passed.actor(), passed.voters());
    }

    @Transactional
    void from(StageGateFailed failed) {
        decided(failed.grant(), failed.actor(), failed.voters());
    }

    @Transactional
    void from(ClaimAccepted accepted) {
        vetted(accepted.grant(), accepted.actor(), accepted.kind());
    }

    @Transactional
    void from(ClaimRejected rejected) {
        vetted(rejected.grant(), rejected.actor(), rejected.kind());
    }

    /** What is decided, such as the gate of a stage, is said by an event of its own; other claims are vetted. */
    private void vetted(GrantId grant, PersonId actor, ClaimKind kind) {
        if (!kind.isDecided()) {
            duties.learn(grant, actor, Duty.VETTED_CLAIM);
        }
    }

    private void decided(GrantId grant, PersonId decider, List<PersonId> voters) {
        voters.stream()
                .filter(voter -> !voter.equals(decider))
                .forEach(voter -> duties.learn(grant, voter, Duty.SCORED));
        duties.learn(grant, decider, Duty.DECIDED);
    }
}
