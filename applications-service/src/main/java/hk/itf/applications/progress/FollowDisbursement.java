package hk.itf.applications.progress;

import static hk.itf.model.NamedValue.value;

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
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.eventing.Reception;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.Wording;
import hk.itf.model.event.DisbursementEvent;
import hk.itf.model.event.DisbursementEvent.AdvanceMerged;
import hk.itf.model.event.DisbursementEvent.AdvanceSplit;
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
import java.util.function.Consumer;

/** Makes the offer once the money is committed, and copies the progress of the tranches until they are paid. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
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

    public Reception handle(AwardCommitted committed) {
        return follow(committed, application -> {
            var now = clock.instant();
            var scheme = pinnedRules.of(application);
            var acceptBy = HongKong.dayOf(now).plusDays(scheme.offer().acceptWithinDays());
            var offer = application.offer(committed.version(), acceptBy, now);
            timeline.record(application, ApplicationTransition.OFFER, committed.actor(), now);
            outbox.append(offer);
            tell(application, Wording.of("offer-made", value("awarded", offer.awarded()), value("acceptBy", acceptBy)));
        });
    }

    public Reception handle(AwardWaiting waiting) {
        return follow(waiting, application -> {
            application.recordWaiting(waiting.reason());
            timeline.record(application, Application.Act.WAIT, waiting.actor(), waiting.reason(), clock.instant());
            tell(
                    application,
                    Wording.of("award-waiting", value("amount", waiting.wanted()), value("reason", waiting.reason())));
        });
    }

    public Reception handle(AwardVoided voided) {
        return follow(
                voided,
                application -> timeline.note(
                        application.id(), "award", "VOIDED", voided.actor(), voided.reason(), clock.instant()));
    }

    public Reception handle(TrancheDue due) {
        return follow(
                due,
                application -> tranches.get(application.id(), due.tranche()).move(GrantTranche.Status.DUE));
    }

    public Reception handle(TranchePrepared prepared) {
        return follow(prepared, application -> {
            tranches.get(application.id(), prepared.tranche()).move(GrantTranche.Status.PREPARED);
        });
    }

    public Reception handle(TrancheReleased released) {
        return follow(released, application -> {
            tranches.get(application.id(), released.tranche()).move(GrantTranche.Status.RELEASED);
        });
    }

    public Reception handle(TranchePaid paid) {
        return follow(paid, application -> {
            tranches.get(application.id(), paid.tranche()).paid(paid.paid());
            deadlines.startAccountsDeadline(application, clock.instant());
            tell(application, Wording.of("paid", value("amount", paid.paid())));
        });
    }

    public Reception handle(PaymentBounced bounced) {
        return follow(bounced, application -> {
            var tranche = tranches.get(application.id(), bounced.tranche());
            tranche.bounced();
            if (application.status() == ApplicationStatus.TERMINATED) {
                tranche.cancel(); // a terminated grant is not paid again
            }
            if (application.permits(ApplicationTransition.REOPEN)) {
                application.reopen();
                timeline.record(application, ApplicationTransition.REOPEN, bounced.actor(), clock.instant());
            }
            tell(application, Wording.of("payment-bounced", value("reason", bounced.reason())));
        });
    }

    public Reception handle(AdvanceSplit split) {
        return follow(split, application -> tranches.splitAdvance(application.id(), split));
    }

    public Reception handle(AdvanceMerged merged) {
        return follow(merged, application -> {
            tranches.mergeAdvance(application.id(), merged);
            deadlines.startAccountsDeadline(application, clock.instant());
        });
    }

    public Reception handle(ReceivableRaised raised) {
        return follow(raised, application -> {
            debts.raise(raised);
            tell(
                    application,
                    Wording.of(
                            "money-owed",
                            value("amount", raised.raised()),
                            value("dueBy", raised.dueBy()),
                            value("reason", raised.reason())));
        });
    }

    public Reception handle(ReceivableSettled settled) {
        return follow(settled, application -> {
            debts.settle(settled);
            tell(
                    application,
                    Wording.of(
                            "money-came-back",
                            value("settled", settled.settled()),
                            value("outstanding", settled.outstanding())));
        });
    }

    public Reception handle(AwardTerminated terminated) {
        return follow(terminated, application -> {
            application.terminate();
            tranches.endAllBut(application.id(), Set.of(GrantTranche.Status.PAID));
            allowances.settle(application.id(), terminated.kept());
            timeline.record(application, ApplicationTransition.TERMINATE, terminated.actor(), clock.instant());
            tell(
                    application,
                    Wording.of(
                            "terminated",
                            value("kept", terminated.kept()),
                            value("reclaimed", terminated.reclaimed())));
        });
    }

    public Reception handle(AwardClosed closed) {
        return follow(closed, application -> {
            application.complete();
            allowances.settle(application.id(), closed.paid());
            timeline.record(application, ApplicationTransition.COMPLETE, closed.actor(), clock.instant());
            tell(application, Wording.of("completed", value("paid", closed.paid())));
        });
    }

    private Reception follow(DisbursementEvent.OfGrant event, Consumer<Application> change) {
        var known = applications.lockIfPresent(event.grant());
        var reception = ApplicationReception.TABLE.of(known, event);
        if (reception.isApplied()) {
            change.accept(known.orElseThrow());
        }
        return reception;
    }

    private void tell(Application application, Wording notice) {
        notices.tell(application.organisation(), application.id(), notice);
    }
}
