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

/** Whether a claim of a kind can be filed on an instalment today: the scheme has it, the instalment awaits it, it is time. */
@ApplicationScoped
class ClaimPreconditions {

    private final PinnedRules pinnedRules;
    private final GrantTranches tranches;
    private final LaterStages laterStages;
    private final OpenAmendments changes;

    ClaimPreconditions(
            PinnedRules pinnedRules, GrantTranches tranches, LaterStages laterStages, OpenAmendments changes) {
        this.pinnedRules = pinnedRules;
        this.tranches = tranches;
        this.laterStages = laterStages;
        this.changes = changes;
    }

    /**
     * No claim and amendment are open on one instalment: neither could be carried out as it was decided.
     *
     * @throws DomainException {@code amendment-open}
     */
    void requireUnchanged(Application application, GrantTranche tranche) {
        if (changes.changesTranche(application, tranche.id())) {
            throw DomainException.conflict("amendment-open.claim", value("number", tranche.number()));
        }
    }

    /**
     * @throws DomainException {@code no-such-claim} and {@code not-awaited}, naming the kind; {@code tranche-not-claimable};
     *     {@code claim-too-early}, {@code claim-too-late}; of advances {@code no-advance}, {@code advance-too-late}; of
     *     accounts {@code instalments-open}; of stage gates {@code no-later-stage}
     */
    void require(Application application, ClaimKind kind, GrantTranche tranche, Instant now) {
        var rule = pinnedRules.of(application).claims();
        requireKind(rule, kind);
        var planned = planned(application, kind, tranche);
        var today = HongKong.dayOf(now);
        switch (kind) {
            case PAYMENT -> {
                requireGate(planned, List.of(Gate.CLAIM_ACCEPTED));
                requireEnded(planned, today);
                requireInTime(tranche, today);
            }
            case ADVANCE -> {
                requireGate(planned, List.of(Gate.CLAIM_ACCEPTED));
                requireAdvanceable(tranche, today);
            }
            case REPORT, MILESTONE -> {
                requireGate(planned, rule.gatesMetBy(kind));
                requireEnded(planned, today);
                requireInTime(tranche, today);
            }
            case MATCHING -> {
                requireGate(planned, rule.gatesMetBy(kind));
                requireInTime(tranche, today);
            }
            case ACCOUNTS -> {
                requireGate(planned, rule.gatesMetBy(kind));
                requireEnded(planned, today);
                requireOthersSettled(tranche); // until then no deadline runs
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

    /** A stage ends whether or not its last instalment is paid; everything else is claimed while it waits. */
    private static PlannedTranche planned(Application application, ClaimKind kind, GrantTranche tranche) {
        var waits = kind == ClaimKind.STAGE_GATE
                ? tranche.status() != GrantTranche.Status.CANCELLED
                : tranche.status() == GrantTranche.Status.SCHEDULED;
        return application
                .award()
                .plan()
                .flatMap(plan -> plan.tranche(tranche.id())) // what is paid in advance is in no plan
                .filter(planned -> waits)
                .orElseThrow(() ->
                        DomainException.conflict("tranche-not-claimable", value("number", tranche.number())));
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

    /** Paid in arrears, and reported on when it is over. */
    private static void requireEnded(PlannedTranche planned, LocalDate today) {
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

    /** An advance is paid once, where the scheme has it, before the period has ended. */
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
