package hk.itf.disbursement.tranche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.disbursement.hold.HoldTarget;
import hk.itf.disbursement.hold.HoldView;
import hk.itf.disbursement.tranche.PaymentReadiness.GateCheck;
import hk.itf.infra.text.Language;
import hk.itf.infra.text.TextSection;
import hk.itf.infra.text.Texts;
import hk.itf.model.DomainException;
import hk.itf.model.Wording;
import hk.itf.model.id.HoldId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.Uuids;
import hk.itf.model.scheme.tranche.Gate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A tranche is ready when its gates are met and nothing else stops its payment. */
class PaymentReadinessTest {

    private static final Instant NOW = Instant.parse("2026-11-28T02:00:00Z");
    private static final GateCheck MET =
            new GateCheck(Gate.AGREEMENT_SIGNED, NOW, Wording.of("gate-met.AGREEMENT_SIGNED"));
    private static final GateCheck UNMET =
            new GateCheck(Gate.CLAIM_ACCEPTED, null, Wording.of("gate-unmet.CLAIM_ACCEPTED"));
    private static final Wording ANSWER = Wording.of("bank-answer-on-advance");
    private static final HoldView HOLD = new HoldView(
            HoldId.next(),
            HoldTarget.AWARD,
            Uuids.next(),
            "Invoice under query",
            PersonId.of(Uuids.next()),
            NOW,
            null,
            null,
            null,
            0);

    @Test
    void isReadyWhenGatesAreMetAndNothingStopsPayment() {
        var ready = new PaymentReadiness(List.of(MET), null, List.of(), false);
        assertThat(ready.isReady()).isTrue();
        ready.require();
    }

    @Test
    void refusesUnmetGateFirst() {
        refuses(
                new PaymentReadiness(List.of(MET, UNMET), ANSWER, List.of(HOLD), true),
                "gate-unmet",
                "The tranche cannot be paid yet: no claim has been accepted. Try again when every gate is met.");
    }

    @Test
    void refusesWhileBankHasNotAnsweredOnAdvance() {
        refuses(
                new PaymentReadiness(List.of(MET), ANSWER, List.of(HOLD), true),
                "gate-unmet",
                "The tranche cannot be paid before the bank's answer on the advance is known. Try again after the answer.");
    }

    @Test
    void refusesWhileHoldIsActive() {
        refuses(
                new PaymentReadiness(List.of(MET), null, List.of(HOLD), true),
                "on-hold",
                "Payments are on hold: the award (Invoice under query). Lift each hold, or wait until it is lifted.");
    }

    @Test
    void refusesWhileDutyConflictIsOpen() {
        refuses(
                new PaymentReadiness(List.of(MET), null, List.of(), true),
                "duty-conflict",
                "One person holds two duties of this grant. Resolve the duty conflict before any payment of the grant.");
    }

    private static void refuses(PaymentReadiness readiness, String slug, String text) {
        assertThat(readiness.isReady()).isFalse();
        assertThatThrownBy(readiness::require).isInstanceOfSatisfying(DomainException.class, refusal -> {
            assertThat(refusal.slug()).isEqualTo(slug);
            assertThat(Texts.loaded().render(TextSection.PROBLEMS, refusal.wording(), Language.ENGLISH))
                    .isEqualTo(text);
        });
    }
}
