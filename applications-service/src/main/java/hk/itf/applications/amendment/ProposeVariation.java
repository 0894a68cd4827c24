package hk.itf.applications.amendment;

import com.fasterxml.jackson.databind.JsonNode;
import hk.itf.applications.application.Application;
import hk.itf.applications.application.GrantTranche;
import hk.itf.applications.application.GrantTranches;
import hk.itf.applications.organisation.Organisations;
import hk.itf.applications.scheme.AnswersReader;
import hk.itf.applications.scheme.Schemes;
import hk.itf.infra.clock.HongKong;
import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.Answers;
import hk.itf.model.scheme.EligibilityOutcome;
import hk.itf.model.scheme.Facts;
import hk.itf.model.scheme.Scheme;
import hk.itf.model.scheme.TranchePlan;
import hk.itf.model.scheme.Usage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a variation makes of a grant: the answers it changes are asked about again under the rules the grant is pinned to,
 * and milestones move. It never raises the award; where the rules allow less, instalments that nobody has begun to pay go
 * down in proportion.
 */
@ApplicationScoped
class ProposeVariation {

    private final Schemes schemes;
    private final AnswersReader reader;
    private final Organisations organisations;
    private final GrantTranches tranches;

    ProposeVariation(Schemes schemes, AnswersReader reader, Organisations organisations, GrantTranches tranches) {
        this.schemes = schemes;
        this.reader = reader;
        this.organisations = organisations;
        this.tranches = tranches;
    }

    /**
     * @throws DomainException {@code nothing-changes}; {@code not-changeable}, {@code invalid-answers},
     *     {@code answers-incomplete}, {@code not-eligible}, {@code milestones-do-not-fit}, naming the fields;
     *     {@code below-paid}
     */
    Proposal of(Application application, Change.Variation change, Instant now) {
        if (change.answers().isEmpty() && change.milestones().isEmpty()) {
            throw DomainException.invalid("nothing-changes", "Say what is to change.", java.util.List.of());
        }
        var scheme = schemes.get(application.pinned().orElseThrow());
        requireChangeable(scheme, change.answers());
        var changes = reader.read(scheme.questionnaire(), change.answers());
        var answers = application.answers().with(changes);
        var facts =
                new Facts(answers, organisations.get(application.organisation()).kind());
        scheme.requireComplete(facts);
        EligibilityOutcome.of(scheme.eligibility(), facts).require();

        var today = HongKong.dayOf(now);
        var plan = application.award().plan().orElseThrow();
        var moved = Milestones.move(plan, change.milestones(), today);
        return Proposal.variation(today, within(application, scheme, changes, answers, moved), changes);
    }

    private static void requireChangeable(Scheme scheme, Map<String, JsonNode> given) {
        var rule = scheme.variations();
        var changeable = rule == null
                ? Set.<String>of()
                : rule.questions().stream().map(Object::toString).collect(Collectors.toSet());
        var faults = given.keySet().stream()
                .filter(question -> !changeable.contains(question))
                .sorted()
                .map(question -> new Violation(
                        "/answers" + hk.itf.infra.http.JsonPointers.step(question),
                        "not-changeable",
                        "This cannot be changed while the grant runs."))
                .toList();
        if (!faults.isEmpty()) {
            throw DomainException.invalid("not-changeable", "Some answers stay as they were.", faults);
        }
    }

    /** Where an answer that decides the amount changes, the award is what the rules allow now, and never more than it was. */
    private TranchePlan within(
            Application application, Scheme scheme, Answers changes, Answers answers, TranchePlan plan) {
        if (Collections.disjoint(
                scheme.funding().questions(), changes.byQuestion().keySet())) {
            return plan;
        }
        if (application.stage() > 1) {
            throw DomainException.conflict(
                    "stage-over", "What the first stage was granted for cannot change once a later one runs.");
        }
        var entitlement = scheme.funding().evaluate(answers, Usage.NONE).amount();
        return plan.total().exceeds(entitlement) ? lowered(application, plan, entitlement) : plan;
    }

    private TranchePlan lowered(Application application, TranchePlan plan, Money to) {
        var begun = tranches.of(application.id()).stream()
                .filter(tranche -> tranche.status() != GrantTranche.Status.SCHEDULED
                        || tranche.advanceOf().isPresent())
                .map(tranche -> tranche.advanceOf().orElse(tranche.id()))
                .collect(Collectors.toSet());
        var kept = total(plan, begun, true);
        if (kept.exceeds(to)) {
            throw DomainException.broken(
                    "below-paid", "This comes to %s; %s is paid or being paid.".formatted(to, kept));
        }
        var open = new TranchePlan(plan.tranches().stream()
                        .filter(tranche -> !begun.contains(tranche.id()))
                        .toList())
                .rescaledTo(to.minus(kept));
        return new TranchePlan(plan.tranches().stream()
                .map(tranche -> open.tranche(tranche.id()).orElse(tranche))
                .toList());
    }

    private static Money total(TranchePlan plan, Set<TrancheId> of, boolean included) {
        return Money.sum(plan.tranches().stream()
                .filter(tranche -> of.contains(tranche.id()) == included)
                .map(tranche -> tranche.amount())
                .toList());
    }
}
