package hk.itf.applications.amendment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import hk.itf.applications.proposal.ProposedVersion;
import hk.itf.model.DomainException;
import hk.itf.model.event.AmendmentKind;
import hk.itf.model.event.Parties;
import hk.itf.model.id.AmendmentId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.id.Uuids;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.tranche.Gate;
import hk.itf.model.scheme.tranche.PlannedTranche;
import hk.itf.model.scheme.tranche.TranchePlan;
import hk.itf.model.scheme.value.DateRange;
import hk.itf.model.scheme.value.SchemeRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AmendmentTest {

    private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");
    private static final PersonId ADA = PersonId.of(Uuids.next());
    private static final LocalDate START = LocalDate.of(2026, 8, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2027, 1, 31);
    private static final TranchePlan PLAN = new TranchePlan(List.of(new PlannedTranche(
            TrancheId.next(),
            1,
            Money.ofCents(135_000_01),
            new DateRange(START, LAST_DAY),
            EnumSet.of(Gate.CLAIM_ACCEPTED),
            LAST_DAY.plusMonths(3))));

    private static final Map<AmendmentTransition, Consumer<Amendment>> TRANSITIONS = transitions();

    @Test
    void permitsOnlyTheEdgesOfItsLifecycle() {
        for (var status : AmendmentStatus.values()) {
            for (var transition : AmendmentTransition.values()) {
                var amendment = amendmentIn(status, AmendmentKind.EARLY_END);
                var change = TRANSITIONS.get(transition);
                if (transition.from().contains(status)) {
                    change.accept(amendment);
                    assertThat(amendment.status())
                            .as("%s in %s", transition, status)
                            .isEqualTo(transition.to());
                } else {
                    var before = amendment.state();
                    assertThatThrownBy(() -> change.accept(amendment))
                            .as("%s in %s", transition, status)
                            .isInstanceOfSatisfying(
                                    DomainException.class,
                                    e -> assertThat(e.slug()).isEqualTo("illegal-transition"));
                    assertThat(amendment.state())
                            .as("%s in %s", transition, status)
                            .isEqualTo(before);
                }
            }
        }
    }

    @Test
    void changesContentOnlyInDraftAndClarification() {
        for (var status : AmendmentStatus.values()) {
            var amendment = amendmentIn(status, AmendmentKind.EARLY_END);
            if (EnumSet.of(AmendmentStatus.DRAFT, AmendmentStatus.CLARIFYING).contains(status)) {
                amendment.change(2, proposal(AmendmentKind.EARLY_END), "Another reason.", null);
                assertThat(amendment.reason()).isEqualTo("Another reason.");
                assertThat(amendment.baseVersion()).isEqualTo(2);
            } else {
                assertThatThrownBy(
                                () -> amendment.change(2, proposal(AmendmentKind.EARLY_END), "Another reason.", null))
                        .isInstanceOfSatisfying(
                                DomainException.class, e -> assertThat(e.slug()).isEqualTo("not-editable"));
                assertThat(amendment.reason()).isEqualTo("The researcher leaves.");
            }
        }
    }

    @Test
    void refusesAnswerWithoutClarificationRequest() {
        var amendment = amendmentIn(AmendmentStatus.DRAFT, AmendmentKind.EARLY_END);
        assertThatThrownBy(() -> amendment.change(1, proposal(AmendmentKind.EARLY_END), "Reason.", "In March."))
                .isInstanceOfSatisfying(DomainException.class, e -> {
                    assertThat(e.slug()).isEqualTo("invalid-request");
                    assertThat(e.violations())
                            .extracting("pointer", "code")
                            .containsExactly(tuple("/answer", "not-asked"));
                });
    }

    @Test
    void submissionCarriesThePlanToTheCent() {
        var amendment = amendmentIn(AmendmentStatus.DRAFT, AmendmentKind.TERMINATION);
        var submitted =
                amendment.submit(ADA, SchemeRef.of("rth", 2), Parties.of(OrganisationId.next()), Answers.NONE, NOW);
        assertThat(submitted.filing().awarded()).isEqualTo(Money.ofCents(135_000_01));
        assertThat(submitted.filing().plan()).isEqualTo(PLAN);
        assertThat(submitted.filing().keep()).isEqualTo(Money.ofCents(100_000_01));
        assertThat(submitted.filing().reason()).isEqualTo("The researcher leaves.");
        assertThat(submitted.filing().revision()).isOne();
    }

    @Test
    void resubmissionCarriesAnswerAfterReason() {
        var amendment = amendmentIn(AmendmentStatus.CLARIFYING, AmendmentKind.EARLY_END);
        assertThat(amendment.question()).isEqualTo("When?");
        amendment.change(1, proposal(AmendmentKind.EARLY_END), "The researcher leaves.", "In January.");
        var resubmitted = amendment.resubmit(ADA, Answers.NONE, NOW);
        assertThat(resubmitted.filing().reason()).isEqualTo("The researcher leaves.\n\nIn January.");
        assertThat(resubmitted.filing().revision()).isEqualTo(2);
        assertThat(amendment.question()).isNull();
    }

    @Test
    void newClarificationRequestClearsTheAnswer() {
        var amendment = amendmentIn(AmendmentStatus.CLARIFYING, AmendmentKind.EARLY_END);
        amendment.change(1, proposal(AmendmentKind.EARLY_END), "The researcher leaves.", "In January.");
        amendment.resubmit(ADA, Answers.NONE, NOW);
        amendment.sendBack("Which day?");
        assertThat(amendment.answer()).isNull();
        assertThat(amendment.question()).isEqualTo("Which day?");
    }

    @Test
    void withdrawalSendsEventOnlyAfterSubmission() {
        assertThat(amendmentIn(AmendmentStatus.DRAFT, AmendmentKind.EARLY_END).withdraw(ADA, NOW))
                .isEmpty();
        assertThat(amendmentIn(AmendmentStatus.SUBMITTED, AmendmentKind.EARLY_END)
                        .withdraw(ADA, NOW))
                .isPresent();
        assertThat(amendmentIn(AmendmentStatus.CLARIFYING, AmendmentKind.EARLY_END)
                        .withdraw(ADA, NOW))
                .isPresent();
    }

    @Test
    void variedPlanExistsForVariationsOnly() {
        for (var kind : AmendmentKind.values()) {
            var amendment = amendmentIn(AmendmentStatus.DRAFT, kind);
            assertThat(amendment.variedPlan().isPresent()).as("%s", kind).isEqualTo(kind == AmendmentKind.VARIATION);
        }
    }

    @Test
    void openAmendmentBlocksEveryKindExceptTermination() {
        var open = Set.of(
                AmendmentStatus.DRAFT, AmendmentStatus.SUBMITTED, AmendmentStatus.CLARIFYING, AmendmentStatus.APPROVED);
        for (var kind : EnumSet.complementOf(EnumSet.of(AmendmentKind.TERMINATION))) {
            var opened = amendmentIn(AmendmentStatus.DRAFT, kind);
            for (var status : AmendmentStatus.values()) {
                var other = amendmentIn(status, AmendmentKind.VARIATION);
                assertThat(opened.isBlockedBy(other))
                        .as("%s beside %s", kind, status)
                        .isEqualTo(open.contains(status));
            }
        }
    }

    @Test
    void terminationIsBlockedByApprovedAmendmentExceptNextStage() {
        var termination = amendmentIn(AmendmentStatus.DRAFT, AmendmentKind.TERMINATION);
        for (var kind : EnumSet.complementOf(EnumSet.of(AmendmentKind.TERMINATION))) {
            for (var status : AmendmentStatus.values()) {
                var isBlocking = status == AmendmentStatus.APPROVED && kind != AmendmentKind.NEXT_STAGE;
                assertThat(termination.isBlockedBy(amendmentIn(status, kind)))
                        .as("%s in %s", kind, status)
                        .isEqualTo(isBlocking);
            }
        }
    }

    @Test
    void openTerminationBlocksAnotherTermination() {
        var open = Set.of(
                AmendmentStatus.DRAFT, AmendmentStatus.SUBMITTED, AmendmentStatus.CLARIFYING, AmendmentStatus.APPROVED);
        var termination = amendmentIn(AmendmentStatus.DRAFT, AmendmentKind.TERMINATION);
        for (var status : AmendmentStatus.values()) {
            assertThat(termination.isBlockedBy(amendmentIn(status, AmendmentKind.TERMINATION)))
                    .as("%s", status)
                    .isEqualTo(open.contains(status));
        }
    }

    @Test
    void submittedTerminationBlocksOtherKindsButItsDraftDoesNot() {
        var variation = amendmentIn(AmendmentStatus.DRAFT, AmendmentKind.VARIATION);
        assertThat(variation.isBlockedBy(amendmentIn(AmendmentStatus.DRAFT, AmendmentKind.TERMINATION)))
                .isFalse();
        for (var status : List.of(AmendmentStatus.SUBMITTED, AmendmentStatus.CLARIFYING, AmendmentStatus.APPROVED)) {
            assertThat(variation.isBlockedBy(amendmentIn(status, AmendmentKind.TERMINATION)))
                    .as("%s", status)
                    .isTrue();
        }
    }

    private static Map<AmendmentTransition, Consumer<Amendment>> transitions() {
        var all = new EnumMap<AmendmentTransition, Consumer<Amendment>>(AmendmentTransition.class);
        all.put(
                AmendmentTransition.SUBMIT,
                amendment -> amendment.submit(
                        ADA, SchemeRef.of("rth", 2), Parties.of(OrganisationId.next()), Answers.NONE, NOW));
        all.put(AmendmentTransition.RESUBMIT, amendment -> amendment.resubmit(ADA, Answers.NONE, NOW));
        all.put(AmendmentTransition.SEND_BACK, amendment -> amendment.sendBack("When?"));
        all.put(AmendmentTransition.APPROVE, amendment -> amendment.approve("Approved."));
        all.put(AmendmentTransition.DECLINE, amendment -> amendment.decline("Declined."));
        all.put(AmendmentTransition.ENTER_FORCE, Amendment::enterForce);
        all.put(AmendmentTransition.WITHDRAW, amendment -> amendment.withdraw(ADA, NOW));
        all.put(AmendmentTransition.OVERRULE, Amendment::overrule);
        return all;
    }

    private static Amendment amendmentIn(AmendmentStatus status, AmendmentKind kind) {
        var amendment = Amendment.draft(
                AmendmentId.next(), GrantId.next(), 1, proposal(kind), "The researcher leaves.", false, NOW);
        var path = switch (status) {
            case DRAFT -> List.<AmendmentTransition>of();
            case SUBMITTED -> List.of(AmendmentTransition.SUBMIT);
            case CLARIFYING -> List.of(AmendmentTransition.SUBMIT, AmendmentTransition.SEND_BACK);
            case APPROVED -> List.of(AmendmentTransition.SUBMIT, AmendmentTransition.APPROVE);
            case IN_FORCE ->
                List.of(AmendmentTransition.SUBMIT, AmendmentTransition.APPROVE, AmendmentTransition.ENTER_FORCE);
            case DECLINED -> List.of(AmendmentTransition.SUBMIT, AmendmentTransition.DECLINE);
            case WITHDRAWN -> List.of(AmendmentTransition.SUBMIT, AmendmentTransition.WITHDRAW);
        };
        path.forEach(transition -> TRANSITIONS.get(transition).accept(amendment));
        assertThat(amendment.status()).isEqualTo(status);
        return amendment;
    }

    private static ProposedVersion proposal(AmendmentKind kind) {
        var keep = kind == AmendmentKind.TERMINATION ? Money.ofCents(100_000_01) : null;
        return new ProposedVersion(kind, LAST_DAY, PLAN, keep, Answers.NONE, null);
    }
}
