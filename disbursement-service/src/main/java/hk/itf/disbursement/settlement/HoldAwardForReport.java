package hk.itf.disbursement.settlement;

import static hk.itf.model.NamedValue.value;

import hk.itf.disbursement.award.Awards;
import hk.itf.disbursement.commitment.AwardReception;
import hk.itf.disbursement.hold.Holds;
import hk.itf.disbursement.tranche.Gates;
import hk.itf.disbursement.tranche.Tranche;
import hk.itf.disbursement.tranche.TrancheStatus;
import hk.itf.disbursement.tranche.Tranches;
import hk.itf.infra.eventing.Reception;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.Wording;
import hk.itf.model.event.ApplicationEvent.ReportOverdue;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.scheme.tranche.ClaimKind;
import hk.itf.model.scheme.tranche.Gate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Places a hold on an award when a report of one of its tranches is overdue. The hold is lifted when the report is
 * accepted, when the tranche is cancelled, or by a fund controller.
 */
@ApplicationScoped
public class HoldAwardForReport {

    private final Awards awards;
    private final Tranches tranches;
    private final Gates gates;
    private final Holds holds;
    private final Timeline timeline;
    private final Clock clock;

    HoldAwardForReport(Awards awards, Tranches tranches, Gates gates, Holds holds, Timeline timeline, Clock clock) {
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
            return Reception.late("the report was accepted, or the tranche is cancelled");
        }
        var now = clock.instant();
        holds.holdAward(
                overdue.grant(),
                cause(overdue.tranche(), overdue.kind()),
                Wording.of(
                        "hold-reason.report-overdue",
                        value("claim", describe(overdue.kind())),
                        value("number", tranche.schedule().number()),
                        value("dueBy", overdue.dueBy())),
                overdue.actor(),
                now);
        timeline.record(
                tranche,
                Tranche.Act.REPORT_OVERDUE,
                overdue.actor(),
                overdue.kind() + " due by " + overdue.dueBy(),
                now);
        return reception;
    }

    /**
     * Lifts the hold for a report that was accepted or is no longer needed. Called under the locks of the award and the
     * tranche.
     *
     * @param because a label, stored as the reason for lifting
     */
    @Transactional(TxType.MANDATORY)
    public void liftHold(TrancheId tranche, ClaimKind kind, Wording because, PersonId actor, Instant now) {
        holds.liftCausedBy(cause(tranche, kind), because, actor, now);
    }

    /** Lifts the holds for all reports of a cancelled tranche. Called under the locks of the award and the tranche. */
    @Transactional(TxType.MANDATORY)
    public void liftHold(TrancheId tranche, PersonId actor, Instant now) {
        for (var kind : ClaimKind.values()) {
            liftHold(tranche, kind, Wording.of("hold-lifted.tranche-cancelled"), actor, now);
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

    private static Wording describe(ClaimKind kind) {
        return switch (kind) {
            case PAYMENT -> Wording.of("overdue-claim.PAYMENT");
            case ADVANCE -> Wording.of("overdue-claim.ADVANCE");
            case REPORT -> Wording.of("overdue-claim.REPORT");
            case MILESTONE -> Wording.of("overdue-claim.MILESTONE");
            case MATCHING -> Wording.of("overdue-claim.MATCHING");
            case STAGE_GATE -> Wording.of("overdue-claim.STAGE_GATE");
            case ACCOUNTS -> Wording.of("overdue-claim.ACCOUNTS");
        };
    }

    private static String cause(TrancheId tranche, ClaimKind kind) {
        return tranche + "/" + kind;
    }
}
