package hk.itf.applications.amendment;

import static hk.itf.model.NamedValue.value;

import hk.itf.applications.application.Applications;
import hk.itf.applications.notice.Notices;
import hk.itf.applications.proposal.OverlapQuota;
import hk.itf.infra.eventing.Reception;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.Wording;
import hk.itf.model.event.AssessmentEvent;
import hk.itf.model.event.AssessmentEvent.AmendmentApproved;
import hk.itf.model.event.AssessmentEvent.AmendmentDeclined;
import hk.itf.model.event.AssessmentEvent.ClarificationRequested;
import hk.itf.model.id.AmendmentId;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.function.Consumer;

/** Changes the status of an amendment after each result of its assessment. */
@ApplicationScoped
public class FollowAmendments {

    private final Amendments amendments;
    private final Applications applications;
    private final CloseOverruledAmendments close;
    private final OverlapQuota overlapQuota;
    private final Notices notices;
    private final Timeline timeline;
    private final Clock clock;

    FollowAmendments(
            Amendments amendments,
            Applications applications,
            CloseOverruledAmendments close,
            OverlapQuota overlapQuota,
            Notices notices,
            Timeline timeline,
            Clock clock) {
        this.amendments = amendments;
        this.applications = applications;
        this.close = close;
        this.overlapQuota = overlapQuota;
        this.notices = notices;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional(TxType.MANDATORY)
    public Reception handle(ClarificationRequested requested) {
        var id = AmendmentId.of(requested.subject().id());
        return follow(requested, id, AmendmentTransition.SEND_BACK, amendment -> {
            amendment.sendBack(requested.question());
            tell(amendment, Wording.of("amendment-clarification-requested", value("question", requested.question())));
        });
    }

    @Transactional(TxType.MANDATORY)
    public Reception handle(AmendmentApproved approved) {
        return follow(approved, approved.amendment(), AmendmentTransition.APPROVE, amendment -> {
            if (amendment.status() == AmendmentStatus.WITHDRAWN) {
                acceptDespiteWithdrawal(amendment, approved.actor());
            }
            amendment.requireFiled(approved);
            amendment.approve(approved.letter());
            tell(amendment, Wording.of("amendment-approved", value("letter", approved.letter())));
        });
    }

    /**
     * Prepares the approval of an amendment that was withdrawn meanwhile. Later amendments are withdrawn, and the overlap
     * quota is reserved again, even above its limit, because disbursement-service acts on the approval.
     */
    private void acceptDespiteWithdrawal(Amendment decided, PersonId actor) {
        var application = applications.get(decided.grant());
        close.withdrawOpenedAfter(decided, application, actor, clock.instant());
        decided.variedPlan().ifPresent(plan -> overlapQuota.reserveWithoutCheck(application, plan));
    }

    @Transactional(TxType.MANDATORY)
    public Reception handle(AmendmentDeclined declined) {
        return follow(declined, declined.amendment(), AmendmentTransition.DECLINE, amendment -> {
            amendment.decline(declined.letter());
            amendment
                    .variedPlan()
                    .ifPresent(plan -> overlapQuota.returnQuota(applications.get(declined.grant()), plan));
            tell(amendment, Wording.of("amendment-declined", value("letter", declined.letter())));
        });
    }

    private Reception follow(
            AssessmentEvent event, AmendmentId id, AmendmentTransition transition, Consumer<Amendment> change) {
        var known = applications
                .lockIfPresent(event.grant())
                .flatMap(application -> amendments.find(id))
                .filter(amendment -> amendment.grant().equals(event.grant()));
        var reception = AmendmentReception.TABLE.of(known, event);
        if (reception.isApplied()) {
            var amendment = known.orElseThrow();
            change.accept(amendment);
            timeline.record(amendment, transition, event.actor(), clock.instant());
        }
        return reception;
    }

    private void tell(Amendment amendment, Wording notice) {
        notices.tell(applications.get(amendment.grant()).organisation(), amendment.grant(), notice);
    }
}
