package hk.itf.applications.progress;

import hk.itf.applications.allowance.Allowances;
import hk.itf.applications.application.Application;
import hk.itf.applications.application.ApplicationStatus;
import hk.itf.applications.application.ApplicationTransition;
import hk.itf.applications.application.Applications;
import hk.itf.applications.application.PinnedRules;
import hk.itf.applications.grant.GrantReceivables;
import hk.itf.applications.grant.GrantTranche;
import hk.itf.applications.grant.GrantTranches;
import hk.itf.applications.notice.Notices;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.duty.Timeline;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.eventing.Reception;
import hk.itf.model.event.DisbursementEvent;
import hk.itf.model.event.DisbursementEvent.AdvanceMerged;
import hk.itf.model.event.DisbursementEvent.AdvanceSplit;
import hk.itf.model.event.DisbursementEvent.AwardAmended;
import hk.itf.model.event.DisbursementEvent.AwardClosed;
import hk.itf.model.event.DisbursementEvent.AwardCommitted;
import hk.itf.model.event.DisbursementEvent.AwardTerminated;
import hk.itf.model.event.DisbursementEvent.AwardVoided;
import hk.itf.model.event.DisbursementEvent.AwardWaiting;
import hk.itf.model.event.DisbursementEvent.PaymentBounced;
import hk.itf.model.event.DisbursementEvent.ReceivableRaised;
import hk.itf.model.event.DisbursementEvent.ReceivableSettled;
import hk.itf.model.event.DisbursementEvent.TrancheDue;
import hk.itf.model.event.DisbursementEvent.TranchePaid;
import hk.itf.model.event.DisbursementEvent.TranchePrepared;
import hk.itf.model.event.DisbursementEvent.TrancheReleased;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Set;

/** Makes the offer once the money is committed, and follows the instalments to their payment. */
@ApplicationScoped
public class FollowDisbursement {

    private final Applications applications;
    private final GrantTranches tranches;
    private final RestartDeadlines deadlines;
    private final GrantReceivables debts;
    private final Allowances allowances;
    private final PinnedRules pinnedRules;
    private final Notices notices;
    private final Timeline timeline;
    private final Outbox outbox;
    private final Clock clock;

    FollowDisbursement(
            Applications applications,
            GrantTranches tranches,
            RestartDeadlines deadlines,
            GrantReceivables debts,
            Allowances allowances,
            PinnedRules pinnedRules,
            Notices notices,
            Timeline timeline,
            Outbox outbox,
            Clock clock) {
        this.applications = applications;
        this.tranches = tranches;
        this.deadlines = deadlines;
        this.debts = debts;
        this.allowances = allowances;
        this.pinnedRules = pinnedRules;
        this.notices = notices;
        this.timeline = timeline;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional(TxType.MANDATORY)
    public Reception handle(DisbursementEvent.OfGrant event) {
        if (applications.find(event.grant()).isEmpty()) {
            return Reception.early("there is no such application here");
        }
        var application = applications.locked(event.grant());
        var reception = ApplicationReception.of(application.status(), event);
        if (reception instanceof Reception.Applied) {
            apply(application, event);
        }
        return reception;
    }

    private void apply(Application application, DisbursementEvent.OfGrant event) {
        var now = clock.instant();
        switch (event) {
            case AwardCommitted committed -> {
                var scheme = pinnedRules.of(application);
                var acceptBy = HongKong.dayOf(now).plusDays(scheme.offer().acceptWithinDays());
                var offer = application.offer(committed.version(), acceptBy, now);
                timeline.record(application, ApplicationTransition.OFFER, committed.actor(), now);
                outbox.append(offer);
                tell(
                        application,
                        "offer-made",
                        "An offer of %s is open until %s.".formatted(offer.awarded(), acceptBy));
            }
            case AwardWaiting waiting -> {
                application.waitFor(waiting.reason());
                timeline.record(application, Application.Act.WAIT, waiting.actor(), waiting.reason(), now);
                tell(application, "award-waiting", "%s waits (%s).".formatted(waiting.wanted(), waiting.reason()));
            }
            case AwardVoided voided ->
                timeline.note(application.id(), "award", "VOIDED", voided.actor(), voided.reason(), now);
            case AwardAmended amended -> {
                // The amendment itself brings the new plan into force; see FollowAmendments.
            }
            case TrancheDue due -> tranches.get(application.id(), due.tranche()).move(GrantTranche.Status.DUE);
            case TranchePrepared prepared ->
                tranches.get(application.id(), prepared.tranche()).move(GrantTranche.Status.PREPARED);
            case TrancheReleased released ->
                tranches.get(application.id(), released.tranche()).move(GrantTranche.Status.RELEASED);
            case TranchePaid paid -> {
                tranches.get(application.id(), paid.tranche()).paid(paid.paid());
                deadlines.settled(application, now);
                tell(
                        application,
                        "paid",
                        "%s was paid: by the bank, or by setting off what was owed.".formatted(paid.paid()));
            }
            case PaymentBounced bounced -> {
                var tranche = tranches.get(application.id(), bounced.tranche());
                tranche.bounced();
                if (application.status() == ApplicationStatus.TERMINATED) {
                    tranche.cancel(); // it is not paid again
                }
                if (application.status() == ApplicationStatus.COMPLETED) {
                    application.reopen();
                    timeline.record(application, ApplicationTransition.REOPEN, bounced.actor(), now);
                }
                tell(application, "payment-bounced", "A payment came back: " + bounced.reason());
            }
            case AdvanceSplit split -> tranches.splitAdvance(application.id(), split);
            case AdvanceMerged merged -> {
                tranches.mergeAdvance(application.id(), merged);
                deadlines.settled(application, now);
            }
            case ReceivableRaised raised -> {
                debts.raise(raised);
                tell(
                        application,
                        "money-owed",
                        "%s is owed back by %s: %s.".formatted(raised.raised(), raised.dueBy(), raised.reason()));
            }
            case ReceivableSettled settled -> {
                debts.settle(settled);
                tell(
                        application,
                        "money-came-back",
                        "%s was settled; %s is still owed.".formatted(settled.settled(), settled.outstanding()));
            }
            case AwardTerminated terminated -> {
                application.terminate();
                tranches.endAllBut(application.id(), Set.of(GrantTranche.Status.PAID));
                allowances.settle(application.id(), terminated.kept());
                timeline.record(application, ApplicationTransition.TERMINATE, terminated.actor(), now);
                tell(
                        application,
                        "terminated",
                        "The grant is ended; %s of it is kept, %s is owed back."
                                .formatted(terminated.kept(), terminated.reclaimed()));
            }
            case AwardClosed closed -> {
                application.complete();
                allowances.settle(application.id(), closed.paid());
                timeline.record(application, ApplicationTransition.COMPLETE, closed.actor(), now);
                tell(application, "completed", "The grant is complete; %s was paid in all.".formatted(closed.paid()));
            }
        }
    }

    private void tell(Application application, String kind, String body) {
        notices.tell(application.organisation(), application.id(), kind, body);
    }
}
