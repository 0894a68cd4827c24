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
     * Requires that no open amendment changes the tranche. Otherwise the decisions on both could contradict each other.
     *
     * @throws DomainException {@code amendment-open}
     */
    void requireUnchanged(Application application, GrantTranche tranche) {
        if (openAmendments.changesTranche(application, tranche.id())) {
            throw DomainException.conflict("amendment-open.claim", value("number", tranche.number()));
        }
    }

    /**
     * Requires that a claim of the kind can be filed on the tranche now.
     *
     * @throws DomainException {@code no-such-claim} and {@code not-awaited}, naming the kind; {@code tranche-not-claimable};
     *     {@code claim-too-early}, {@code claim-too-late}; for advances {@code no-advance}, {@code advance-too-late}; for
     *     accounts {@code instalments-open}; for stage gates {@code no-later-stage}
     */
    void require(Application application, ClaimKind kind, GrantTranche tranche, Instant now) {
        var rule = pinnedRules.of(application).claims();
        requireKind(rule, kind);
        var planned = planned(application, kind, tranche);
        var today = HongKong.dayOf(now);
        switch (kind) {
            case PAYMENT -> {
                requireGate(planned, List.of(Gate.CLAIM_ACCEPTED));
                requirePeriodEnded(planned, today);
                requireInTime(tranche, today);
            }
            case ADVANCE -> {
                requireGate(planned, List.of(Gate.CLAIM_ACCEPTED));
                requireAdvanceable(tranche, today);
            }
            case REPORT, MILESTONE -> {
                requireGate(planned, rule.gatesMetBy(kind));
                requirePeriodEnded(planned, today);
                requireInTime(tranche, today);
            }
            case MATCHING -> {
                requireGate(planned, rule.gatesMetBy(kind));
                requireInTime(tranche, today);
            }
            case ACCOUNTS -> {
                requireGate(planned, rule.gatesMetBy(kind));
                requirePeriodEnded(planned, today);
                requireOthersSettled(tranche); // the deadline of the accounts starts only then
                requireInTime(tranche, today);
            }
            case STAGE_GATE -> requireEndOfStage(application, planned, today);
        }
    }

    private static void requireKind(ClaimRule rule, ClaimKind kind) {
        var money = kind == ClaimKind.PAYMENT || kind == ClaimKind.ADVANCE;
        if (!money && rule.nonMoneyClaim(kind).isEmpty()) {
            throw DomainException.broken(
                    "no-such-claim.kind",
                    List.of(Violation.of("/kind", "no-such-claim.kind", value("kind", kind))),
                    value("kind", kind));
        }
    }

    /** The planned tranche. A stage gate claim needs a tranche that is not cancelled; other claims need a scheduled tranche. */
    private static PlannedTranche planned(Application application, ClaimKind kind, GrantTranche tranche) {
        var isClaimable = kind == ClaimKind.STAGE_GATE
                ? tranche.status() != GrantTranche.Status.CANCELLED
                : tranche.status() == GrantTranche.Status.SCHEDULED;
        return application
                .award()
                .plan()
                .flatMap(plan -> plan.tranche(tranche.id())) // an advance is in no plan
                .filter(planned -> isClaimable)
                .orElseThrow(
                        () -> DomainException.conflict("tranche-not-claimable", value("number", tranche.number())));
    }

    private static void requireGate(PlannedTranche planned, List<Gate> met) {
        if (met.stream().noneMatch(planned.gates()::contains)) {
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

    private static void requirePeriodEnded(PlannedTranche planned, LocalDate today) {
        if (!today.isAfter(planned.period().to())) {
            throw DomainException.broken(
                    "claim-too-early",
                    value("number", planned.number()),
                    value("lastDay", planned.period().to()));
        }
    }

    private static void requireInTime(GrantTranche tranche, LocalDate today) {
        if (today.isAfter(tranche.claimBy())) {
            throw DomainException.broken(
                    "claim-too-late", value("number", tranche.number()), value("dueBy", tranche.claimBy()));
        }
    }

    /** An advance is paid once per tranche, if the scheme has advances, and before the period ends. */
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

    private void requireOthersSettled(GrantTranche tranche) {
        tranches.openBeside(tranche).ifPresent(open -> {
            throw DomainException.conflict("instalments-open", value("number", open.number()));
        });
    }

    private void requireEndOfStage(Application application, PlannedTranche planned, LocalDate today) {
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
