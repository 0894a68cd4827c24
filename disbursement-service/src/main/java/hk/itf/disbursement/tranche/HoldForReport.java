package hk.itf.disbursement.tranche;

import hk.itf.disbursement.award.AwardReception;
import hk.itf.disbursement.award.Awards;
import hk.itf.disbursement.hold.Holds;
import hk.itf.infra.duty.Timeline;
import hk.itf.infra.eventing.Reception;
import hk.itf.model.event.ApplicationEvent.ReportOverdue;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.scheme.ClaimKind;
import hk.itf.model.scheme.Gate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What had to be reported for an instalment is overdue: nothing of the award is paid until it is accepted, or the
 * instalment is cancelled, or a fund controller lifts the hold.
 */
@ApplicationScoped
public class HoldForReport {

    private final Awards awards;
    private final Tranches tranches;
    private final Gates gates;
    private final Holds holds;
    private final Timeline timeline;
    private final Clock clock;

    HoldForReport(Awards awards, Tranches tranches, Gates gates, Holds holds, Timeline timeline, Clock clock) {
        this.awards = awards;
        this.tranches = tranches;
        this.gates = gates;
        this.holds = holds;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional
    public Reception handle(ReportOverdue overdue) {
        var known = awards.lockIfPresent(overdue.grant());
        var reception = AwardReception.TABLE.of(known, overdue);
        if (!reception.isApplied()) {
            return reception;
        }
        var tranche = tranches.lock(overdue.tranche());
        if (tranche.status() == TrancheStatus.CANCELLED || isAccepted(overdue)) {
            return Reception.late("it was accepted, or the tranche is cancelled");
        }
        var now = clock.instant();
        var what = overdue.kind().name().toLowerCase(Locale.ROOT);
        holds.holdAward(
                overdue.grant(),
                cause(overdue.tranche(), overdue.kind()),
                "the %s of instalment %d was due by %s"
                        .formatted(what, tranche.schedule().number(), overdue.dueBy()),
                overdue.actor(),
                now);
        timeline.record(tranche, Tranche.Act.REPORT_OVERDUE, overdue.actor(), what + " due by " + overdue.dueBy(), now);
        return reception;
    }

    /** Accepted, or not needed any more. Called under the locks of the award and the tranche. */
    @Transactional(TxType.MANDATORY)
    void over(TrancheId tranche, ClaimKind kind, String because, PersonId actor, Instant now) {
        holds.liftCausedBy(cause(tranche, kind), because, actor, now);
    }

    /** Nothing has to be reported for a tranche that is cancelled. */
    @Transactional(TxType.MANDATORY)
    void over(TrancheId tranche, PersonId actor, Instant now) {
        for (var kind : ClaimKind.values()) {
            over(tranche, kind, "the instalment is cancelled", actor, now);
        }
    }

    private boolean isAccepted(ReportOverdue overdue) {
        var met = gates.of(overdue.tranche());
        return gateOf(overdue.kind())
                .flatMap(gate -> met.getOrDefault(gate, Optional.empty()))
                .isPresent();
    }

    private static Optional<Gate> gateOf(ClaimKind kind) {
        return switch (kind) {
            case PAYMENT -> Optional.of(Gate.CLAIM_ACCEPTED);
            case REPORT -> Optional.of(Gate.REPORT_ACCEPTED);
            case MILESTONE -> Optional.of(Gate.MILESTONE_ACCEPTED);
            case MATCHING -> Optional.of(Gate.MATCHING_EVIDENCED);
            case ACCOUNTS -> Optional.of(Gate.ACCOUNTS_ACCEPTED);
            case STAGE_GATE -> Optional.of(Gate.STAGE_PASSED);
            case ADVANCE -> Optional.empty();
        };
    }

    private static String cause(TrancheId tranche, ClaimKind kind) {
        return tranche + "/" + kind;
    }
}
