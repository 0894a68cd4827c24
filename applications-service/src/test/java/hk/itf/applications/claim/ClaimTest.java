package hk.itf.applications.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.applications.claimline.ClaimLineCalculator.CalculatedLines;
import hk.itf.model.DomainException;
import hk.itf.model.event.AssessmentEvent.RefusedLine;
import hk.itf.model.event.ClaimFiling;
import hk.itf.model.event.FilingRef;
import hk.itf.model.event.Parties;
import hk.itf.model.id.ClaimId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PaperId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.id.Uuids;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.ClaimKind;
import hk.itf.model.scheme.tranche.Gate;
import hk.itf.model.scheme.value.DateRange;
import hk.itf.model.scheme.value.LocalisedText;
import hk.itf.model.scheme.value.RuleId;
import hk.itf.model.scheme.value.SchemeRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ClaimTest {

    private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");
    private static final PersonId ADA = PersonId.of(Uuids.next());
    private static final TrancheId TRANCHE = TrancheId.next();
    private static final Claim.GatesAndPapers PROOF = new Claim.GatesAndPapers(
            List.of(Gate.CLAIM_ACCEPTED),
            List.of(new ClaimFiling.Paper(PaperId.next(), RuleId.of("invoice"), "ab".repeat(32))));

    private static final Map<ClaimTransition, Consumer<Claim>> TRANSITIONS = transitions();

    @Test
    void permitsOnlyTheEdgesOfItsLifecycle() {
        for (var status : ClaimStatus.values()) {
            for (var transition : ClaimTransition.values()) {
                var claim = claimIn(status);
                var change = TRANSITIONS.get(transition);
                if (transition.from().contains(status)) {
                    change.accept(claim);
                    assertThat(claim.status())
                            .as("%s in %s", transition, status)
                            .isEqualTo(transition.to());
                } else {
                    var before = claim.state();
                    assertThatThrownBy(() -> change.accept(claim))
                            .as("%s in %s", transition, status)
                            .isInstanceOfSatisfying(
                                    DomainException.class,
                                    e -> assertThat(e.slug()).isEqualTo("illegal-transition"));
                    assertThat(claim.state()).as("%s in %s", transition, status).isEqualTo(before);
                }
            }
        }
    }

    @Test
    void changesContentOnlyInDraftAndClarification() {
        for (var status : ClaimStatus.values()) {
            var claim = claimIn(status);
            if (EnumSet.of(ClaimStatus.DRAFT, ClaimStatus.CLARIFYING).contains(status)) {
                claim.fill(lines(Money.hkd(9), Money.ofCents(701)), "Another report.");
                assertThat(claim.report()).isEqualTo("Another report.");
                assertThat(claim.claimed()).isEqualTo(Money.ofCents(701));
            } else {
                assertThatThrownBy(() -> claim.fill(lines(Money.hkd(9), Money.hkd(1)), "Another report."))
                        .isInstanceOfSatisfying(
                                DomainException.class, e -> assertThat(e.slug()).isEqualTo("not-editable"));
                assertThat(claim.report()).isEqualTo("As planned.");
            }
        }
    }

    @Test
    void claimsSumOfLinesUpToLimit() {
        var claim = draft(ClaimKind.PAYMENT);
        claim.fill(lines(Money.hkd(60_000), Money.ofCents(30_000_01), Money.ofCents(20_000_02)), "Report.");
        assertThat(claim.claimed()).isEqualTo(Money.ofCents(50_000_03));
        claim.fill(lines(Money.ofCents(50_000_02), Money.ofCents(30_000_01), Money.ofCents(20_000_02)), "Report.");
        assertThat(claim.claimed()).isEqualTo(Money.ofCents(50_000_02));
        assertThat(claim.lines()).hasSize(2);
    }

    @Test
    void keepsExplanationInThreeLanguages() {
        var text = new LocalisedText("Half.", "一半。", "一半。");
        var claim = draft(ClaimKind.PAYMENT);
        claim.fill(new CalculatedLines(List.of(line(1, Money.hkd(1))), Money.hkd(1), text), "Report.");
        assertThat(claim.explanation()).contains(text);
        claim.fill(new CalculatedLines(List.of(line(1, Money.hkd(1))), Money.hkd(1), null), "Report.");
        assertThat(claim.explanation()).isEmpty();
    }

    @Test
    void submissionCarriesLinesGatesAndPapers() {
        var claim = draft(ClaimKind.PAYMENT);
        var submitted = claim.submit(ADA, SchemeRef.of("rth", 2), Parties.of(OrganisationId.next()), PROOF, NOW);
        assertThat(submitted.claim()).isEqualTo(claim.id());
        assertThat(submitted.filing())
                .isEqualTo(new ClaimFiling(
                                1,
                                ClaimKind.PAYMENT,
                                TRANCHE,
                                List.of(line(1, Money.hkd(40_000))),
                                Money.hkd(40_000),
                                "As planned.",
                                PROOF.gates(),
                                PROOF.papers(),
                                null)
                        .hashed());
        assertThat(claim.submittedAt()).contains(NOW);
    }

    @Test
    void resubmissionIncrementsRevisionAndClearsQuestion() {
        var claim = claimIn(ClaimStatus.CLARIFYING);
        assertThat(claim.question()).isEqualTo("Which months?");
        var resubmitted = claim.resubmit(ADA, PROOF, NOW.plusSeconds(60));
        assertThat(resubmitted.filing().revision()).isEqualTo(2);
        assertThat(resubmitted.filing().ref())
                .isEqualTo(new FilingRef(2, String.valueOf(resubmitted.filing().contentSha256())));
        assertThat(claim.revision()).isEqualTo(2);
        assertThat(claim.question()).isNull();
        assertThat(claim.submittedAt()).contains(NOW);
    }

    @Test
    void withdrawalOfDraftSendsNoEvent() {
        assertThat(claimIn(ClaimStatus.DRAFT).withdraw(ADA, NOW)).isEmpty();
    }

    @Test
    void withdrawalAfterSubmissionSendsEvent() {
        for (var status : EnumSet.of(ClaimStatus.SUBMITTED, ClaimStatus.CLARIFYING)) {
            var claim = claimIn(status);
            assertThat(claim.withdraw(ADA, NOW)).hasValueSatisfying(event -> {
                assertThat(event.claim()).isEqualTo(claim.id());
                assertThat(event.tranche()).isEqualTo(TRANCHE);
            });
        }
    }

    @Test
    void acceptanceKeepsAmountToTheCentAndRefusedLines() {
        var claim = claimIn(ClaimStatus.SUBMITTED);
        var refused = List.of(new RefusedLine(1, Money.ofCents(1), "No invoice."));
        claim.accept(Money.ofCents(39_999_99), refused);
        assertThat(claim.accepted()).contains(Money.ofCents(39_999_99));
        assertThat(claim.refused()).isEqualTo(refused);
    }

    @Test
    void rejectionKeepsReasonAndAcceptsNothing() {
        var claim = claimIn(ClaimStatus.REJECTED);
        assertThat(claim.reason()).isEqualTo("No evidence.");
        assertThat(claim.accepted()).isEmpty();
    }

    @Test
    void comparesKindAndTrancheWithOtherClaims() {
        var claim = draft(ClaimKind.PAYMENT);
        var otherTranche = Claim.draft(ClaimId.next(), GrantId.next(), TrancheId.next(), ClaimKind.PAYMENT, NOW);
        assertThat(claim.isSameKindOnTranche(draft(ClaimKind.PAYMENT))).isTrue();
        assertThat(claim.isSameKindOnTranche(claim)).isFalse();
        assertThat(claim.isSameKindOnTranche(draft(ClaimKind.REPORT))).isFalse();
        assertThat(claim.isSameKindOnTranche(otherTranche)).isFalse();
    }

    private static Map<ClaimTransition, Consumer<Claim>> transitions() {
        var all = new EnumMap<ClaimTransition, Consumer<Claim>>(ClaimTransition.class);
        all.put(
                ClaimTransition.SUBMIT,
                claim -> claim.submit(ADA, SchemeRef.of("rth", 2), Parties.of(OrganisationId.next()), PROOF, NOW));
        all.put(ClaimTransition.RESUBMIT, claim -> claim.resubmit(ADA, PROOF, NOW));
        all.put(ClaimTransition.SEND_BACK, claim -> claim.sendBack("Which months?"));
        all.put(ClaimTransition.ACCEPT, claim -> claim.accept(Money.hkd(1), List.of()));
        all.put(ClaimTransition.REJECT, claim -> claim.reject("No evidence."));
        all.put(ClaimTransition.WITHDRAW, claim -> claim.withdraw(ADA, NOW));
        return all;
    }

    private static Claim claimIn(ClaimStatus status) {
        var claim = draft(ClaimKind.PAYMENT);
        var path = switch (status) {
            case DRAFT -> List.<ClaimTransition>of();
            case SUBMITTED -> List.of(ClaimTransition.SUBMIT);
            case CLARIFYING -> List.of(ClaimTransition.SUBMIT, ClaimTransition.SEND_BACK);
            case ACCEPTED -> List.of(ClaimTransition.SUBMIT, ClaimTransition.ACCEPT);
            case REJECTED -> List.of(ClaimTransition.SUBMIT, ClaimTransition.REJECT);
            case WITHDRAWN -> List.of(ClaimTransition.SUBMIT, ClaimTransition.WITHDRAW);
        };
        path.forEach(transition -> TRANSITIONS.get(transition).accept(claim));
        assertThat(claim.status()).isEqualTo(status);
        return claim;
    }

    private static Claim draft(ClaimKind kind) {
        var claim = Claim.draft(ClaimId.next(), GrantId.next(), TRANCHE, kind, NOW);
        claim.fill(lines(Money.hkd(45_000), Money.hkd(40_000)), "As planned.");
        return claim;
    }

    private static CalculatedLines lines(Money limit, Money... claimed) {
        var lines = new ArrayList<ClaimFiling.Line>();
        for (var amount : claimed) {
            lines.add(line(lines.size() + 1, amount));
        }
        return new CalculatedLines(lines, limit, null);
    }

    private static ClaimFiling.Line line(int number, Money claimed) {
        var month = new DateRange(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 8, 31));
        return new ClaimFiling.Line(number, month, Money.hkd(60_000), claimed);
    }
}
