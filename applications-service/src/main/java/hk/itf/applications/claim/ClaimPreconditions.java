package hk.itf.applications.claim;

import static hk.itf.model.NamedValue.value;

import hk.itf.applications.application.Application;
import hk.itf.applications.application.OpenAmendments;
import hk.itf.applications.application.PinnedRules;
import hk.itf.applications.grant.GrantTranche;
import hk.itf.applications.grant.GrantTranches;
import hk.itf.applications.progress.LaterStages;
import hk.itf.infra.clock.HongKong;
import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.scheme.tranche.ClaimKind;
import hk.itf.model.scheme.tranche.ClaimRule;
import hk.itf.model.scheme.tranche.Gate;
import hk.itf.model.scheme.tranche.PlannedTranche;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Checks whether a claim of a kind can be filed on a tranche today: the kinds of the scheme, the gates, and the dates. */
@ApplicationScoped
class ClaimPreconditions {

    private final PinnedRules pinnedRules;
    private final GrantTranches tranches;
    private final LaterStages laterStages;
    private final OpenAmendments openAmendments;

    ClaimPreconditions(
            PinnedRules pinnedRules, GrantTranches tranches, LaterStages laterStages, OpenAmendments openAmendments) {
        this.pinnedRules = pinnedRules;
        this.tranches = tranches;
        this.laterStages = laterStages;
        this.openAmendments = openAmendments;
    }

    /**
     * Requires that no open amendment changes the tranche, because the decisions on the claim and on the amendment could
     * contradict each other. The caller holds the lock of the grant.
     *
     * @throws DomainException {@code amendment-open}
     */
    void requireNoOpenAmendment(Application application, GrantTranche tranche) {
        if (openAmendments.changesTranche(application, tranche.id())) {
            throw DomainException.conflict("amendment-open.claim", value("number", tranche.number()));
        }
    }

    /**
     * Requires that a claim of the kind can be filed on the tranche now.
     *
     * @throws DomainException for every kind {@code no-such-claim} and {@code not-awaited}, both at {@code /kind}, and
     *     {@code tranche-not-claimable}; by date {@code claim-too-early} and {@code claim-too-late}; for advances
     *     {@code no-advance} and {@code advance-too-late}; for accounts {@code instalments-open}; for stage gates
     *     {@code no-later-stage}
     */
    void require(Application application, ClaimKind kind, GrantTranche tranche, Instant now) {
        var rule = pinnedRules.of(application).claims();
        requireKind(rule, kind);
        var planned = planned(application, kind, tranche);
        var today = HongKong.dayOf(now);
        switch (kind) {
            case PAYMENT -> {
                requireAwaits(planned, List.of(Gate.CLAIM_ACCEPTED));
                requirePeriodEnded(planned, today);
                requireInTime(tranche, today);
            }
            case ADVANCE -> {
                requireAwaits(planned, List.of(Gate.CLAIM_ACCEPTED));
                requireAdvanceable(tranche, today);
            }
            case REPORT, MILESTONE -> {
                requireAwaits(planned, rule.gatesMetBy(kind));
                requirePeriodEnded(planned, today);
                requireInTime(tranche, today);
            }
            case MATCHING -> {
                requireAwaits(planned, rule.gatesMetBy(kind));
                requireInTime(tranche, today);
            }
            case ACCOUNTS -> {
                requireAwaits(planned, rule.gatesMetBy(kind));
                requirePeriodEnded(planned, today);
                requireOtherTranchesSettled(tranche); // the accounts cover all tranches
                requireInTime(tranche, today);
            }
            case STAGE_GATE -> requireLastTrancheOfStage(application, planned, today);
        }
    }

    private static void requireKind(ClaimRule rule, ClaimKind kind) {
        // Whether money can be claimed is decided for each tranche, by its gates and its advance.
        var isForMoney = kind == ClaimKind.PAYMENT || kind == ClaimKind.ADVANCE;
        if (!isForMoney && rule.nonMoneyClaim(kind).isEmpty()) {
            throw DomainException.broken(
                    "no-such-claim.kind",
                    List.of(Violation.of("/kind", "no-such-claim.kind", value("kind", kind))),
                    value("kind", kind));
        }
    }

    /**
     * The tranche in the plan in force. The tranche must be scheduled. A stage gate claims no money, so its tranche may have any
     * status but CANCELLED.
     */
    private static PlannedTranche planned(Application application, ClaimKind kind, GrantTranche tranche) {
        var isClaimable = kind == ClaimKind.STAGE_GATE
                ? tranche.status() != GrantTranche.Status.CANCELLED
                : tranche.status() == GrantTranche.Status.SCHEDULED;
        return application
                .award()
                .plan()
                .flatMap(plan -> plan.tranche(tranche.id())) // empty for an advance, on which nothing is claimed
                .filter(planned -> isClaimable)
                .orElseThrow(
                        () -> DomainException.conflict("tranche-not-claimable", value("number", tranche.number())));
    }

    /** Requires that the tranche has at least one of the gates that the claim can meet. */
    private static void requireAwaits(PlannedTranche planned, List<Gate> metByClaim) {
        if (metByClaim.stream().noneMatch(planned.gates()::contains)) {
            throw DomainException.broken(
                    "not-awaited",
                    List.of(Violation.of(
                            "/kind",
                            "not-awaited",
                            value("number", planned.number()),
                            value("gates", planned.gates()))),
                    value("number", planned.number()),
                    value("gates", planned.gates()));
        }
    }

    /** The first day for the claim is the day after the period. */
    private static void requirePeriodEnded(PlannedTranche planned, LocalDate today) {
        if (!today.isAfter(planned.period().to())) {
            throw DomainException.broken(
                    "claim-too-early",
                    value("number", planned.number()),
                    value("lastDay", planned.period().to()));
        }
    }

    /** A claim on the last day of the deadline is in time. */
    private static void requireInTime(GrantTranche tranche, LocalDate today) {
        if (today.isAfter(tranche.claimBy())) {
            throw DomainException.broken(
                    "claim-too-late", value("number", tranche.number()), value("dueBy", tranche.claimBy()));
        }
    }

    /**
     * Requires that the tranche can still have an advance: one per tranche, in schemes with advances, until the last day of the
     * period.
     */
    private static void requireAdvanceable(GrantTranche tranche, LocalDate today) {
        if (tranche.advanceable().isEmpty()) {
            throw DomainException.broken(
                    "no-advance",
                    value("number", tranche.number()),
                    value("lastDay", tranche.period().to()));
        }
        if (today.isAfter(tranche.period().to())) {
            throw DomainException.broken(
                    "advance-too-late",
                    value("number", tranche.number()),
                    value("lastDay", tranche.period().to()));
        }
    }

    private void requireOtherTranchesSettled(GrantTranche tranche) {
        tranches.openBeside(tranche).ifPresent(open -> {
            throw DomainException.conflict("instalments-open", value("number", open.number()));
        });
    }

    /** Requires that a stage follows, that the tranche is the last of its stage, and that the period of the tranche began. */
    private void requireLastTrancheOfStage(Application application, PlannedTranche planned, LocalDate today) {
        if (laterStages.after(application).isEmpty()) {
            throw DomainException.broken("no-later-stage");
        }
        var last = application.award().plan().orElseThrow().tranches().getLast();
        if (!planned.id().equals(last.id())) {
            throw DomainException.broken(
                    "not-awaited.stage-gate",
                    List.of(Violation.of("/kind", "not-awaited.stage-gate", value("number", last.number()))),
                    value("number", last.number()));
        }
        if (today.isBefore(planned.period().from())) {
            throw DomainException.broken(
                    "claim-too-early.stage-gate",
                    value("number", planned.number()),
                    value("firstDay", planned.period().from()));
        }
    }
}
