package hk.itf.disbursement.paymentrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.disbursement.tranche.PayableTranche;
import hk.itf.model.DomainException;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.id.Uuids;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.value.LocalisedText;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The lifecycle of a payment line of 60.01, with its reasons and its tranche version. The test reads reasons and amounts
 * from the fields, because they have no accessor: only queries read them.
 */
class PaymentLineTest {

    private static final PaymentRun RUN =
            new PaymentRun(PersonId.of(Uuids.next()), Instant.parse("2026-11-28T02:00:00Z"));
    private static final TrancheId TRANCHE = TrancheId.of(Uuids.next());
    private static final int LISTED_VERSION = 4;
    private static final int PREPARED_VERSION = 5;
    private static final LocalisedText ON_HOLD = new LocalisedText("on hold", "已暫停", "已暂停");
    private static final LocalisedText STALE = new LocalisedText("has changed", "已更改", "已更改了");

    private static Map<PaymentLineTransition, Consumer<PaymentLine>> acts() {
        var acts = new EnumMap<PaymentLineTransition, Consumer<PaymentLine>>(PaymentLineTransition.class);
        acts.put(PaymentLineTransition.PREPARE, line -> line.prepare(PREPARED_VERSION + 1));
        acts.put(PaymentLineTransition.RELEASE, PaymentLine::release);
        acts.put(PaymentLineTransition.KEEP_BACK, line -> line.keepPrepared(ON_HOLD));
        acts.put(PaymentLineTransition.REFUSE, line -> line.refuse(ON_HOLD));
        return acts;
    }

    @ParameterizedTest
    @EnumSource(PaymentLineStatus.class)
    void makesExactlyThePermittedTransitions(PaymentLineStatus status) {
        assertThat(acts()).containsOnlyKeys(PaymentLineTransition.values());
        acts().forEach((transition, act) -> {
            var line = bring(status);
            if (transition.permits(status)) {
                act.accept(line);
                assertThat(line.status())
                        .as(transition.name())
                        .isEqualTo(transition.edge().to());
            } else {
                assertThatThrownBy(() -> act.accept(line), transition.name())
                        .isInstanceOfSatisfying(
                                DomainException.class,
                                refusal -> assertThat(refusal.slug()).isEqualTo("illegal-transition"));
                assertThat(line)
                        .as(transition.name())
                        .usingRecursiveComparison()
                        .ignoringFields("id")
                        .isEqualTo(bring(status));
            }
        });
    }

    @Test
    void listsTrancheWithAmountPayableByBank() {
        var line = listed();
        assertThat(line.status()).isEqualTo(PaymentLineStatus.LISTED);
        assertThat(line.tranche()).isEqualTo(TRANCHE);
        assertThat(line.trancheVersion()).isEqualTo(LISTED_VERSION);
        assertThat(line).extracting("run", "position", "amountCents").containsExactly(RUN.id(), 2, 60_01L);
        hasNoReason(line);
    }

    @Test
    void bindsTrancheVersionOfPreparation() {
        var line = listed();
        line.prepare(PREPARED_VERSION);
        assertThat(line.trancheVersion()).isEqualTo(PREPARED_VERSION);
        line.keepPrepared(ON_HOLD);
        line.release();
        assertThat(line.trancheVersion()).isEqualTo(PREPARED_VERSION);
    }

    @Test
    void keepsLatestReasonWhilePrepared() {
        var line = bring(PaymentLineStatus.PREPARED);
        line.keepPrepared(STALE);
        hasReason(line, STALE);
        line.keepPrepared(ON_HOLD);
        hasReason(line, ON_HOLD);
    }

    @Test
    void clearsReasonAtRelease() {
        var line = bring(PaymentLineStatus.PREPARED);
        line.keepPrepared(ON_HOLD);
        line.release();
        hasNoReason(line);
    }

    @Test
    void keepsReasonOfRefusal() {
        var listed = listed();
        listed.refuse(ON_HOLD);
        hasReason(listed, ON_HOLD);
        var prepared = bring(PaymentLineStatus.PREPARED);
        prepared.keepPrepared(ON_HOLD);
        prepared.refuse(STALE);
        hasReason(prepared, STALE);
    }

    private static void hasReason(PaymentLine line, LocalisedText reason) {
        assertThat(line)
                .extracting("reason", "reasonZhHant", "reasonZhHans")
                .containsExactly(reason.en(), reason.zhHant(), reason.zhHans());
    }

    private static void hasNoReason(PaymentLine line) {
        assertThat(line).extracting("reason", "reasonZhHant", "reasonZhHans").containsExactly(null, null, null);
    }

    private static PaymentLine bring(PaymentLineStatus status) {
        var line = listed();
        switch (status) {
            case LISTED -> {}
            case PREPARED -> line.prepare(PREPARED_VERSION);
            case RELEASED -> {
                line.prepare(PREPARED_VERSION);
                line.release();
            }
            case REFUSED -> line.refuse(STALE);
        }
        return line;
    }

    private static PaymentLine listed() {
        return new PaymentLine(RUN, 2, new PayableTranche(TRANCHE, LISTED_VERSION, Money.ofCents(60_01)));
    }
}
