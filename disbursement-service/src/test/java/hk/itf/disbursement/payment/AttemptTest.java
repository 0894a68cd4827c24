package hk.itf.disbursement.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.model.DomainException;
import hk.itf.model.event.DisbursementEvent.TrancheReleased;
import hk.itf.model.id.AttemptId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.id.Uuids;
import hk.itf.model.money.Money;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The lifecycle of a payment attempt of 600.01. */
class AttemptTest {

    private static final Instant NOW = Instant.parse("2026-11-28T02:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    @Test
    void instructsReleasedAmount() {
        var attempt = instructed();
        assertThat(attempt.status()).isEqualTo(AttemptStatus.INSTRUCTED);
        assertThat(attempt.amount()).isEqualTo(Money.ofCents(60_001));
        assertThat(attempt.payeeVersion()).isEqualTo(3);
        assertThat(attempt.view().sentAt()).isNull();
    }

    @ParameterizedTest
    @EnumSource(AttemptStatus.class)
    void booksOnlyInstructedAttempt(AttemptStatus status) {
        var attempt = bring(status);
        if (status == AttemptStatus.INSTRUCTED) {
            attempt.book("SB-1", LATER);
            assertThat(attempt.status()).isEqualTo(AttemptStatus.BOOKED);
            assertThat(attempt.view().bankReference()).isEqualTo("SB-1");
        } else {
            refuses(() -> attempt.book("SB-2", LATER));
        }
    }

    @ParameterizedTest
    @EnumSource(AttemptStatus.class)
    void bouncesInstructedAndBookedAttempts(AttemptStatus status) {
        var attempt = bring(status);
        if (status == AttemptStatus.BOUNCED) {
            refuses(() -> attempt.bounce("SB-2", "returned", LATER));
        } else {
            assertThat(attempt.bounce("SB-2", "returned", LATER)).isEqualTo(status == AttemptStatus.BOOKED);
            assertThat(attempt.status()).isEqualTo(AttemptStatus.BOUNCED);
            assertThat(attempt.view().bounceReason()).isEqualTo("returned");
        }
    }

    @ParameterizedTest
    @EnumSource(AttemptStatus.class)
    void keepsTimeOfFirstSending(AttemptStatus status) {
        var attempt = bring(status);
        attempt.markSent(NOW);
        attempt.markSent(LATER);
        assertThat(attempt.view().sentAt()).isEqualTo(NOW);
        assertThat(attempt.status()).isEqualTo(status);
    }

    private static void refuses(Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.slug()).isEqualTo("illegal-transition"));
    }

    private static Attempt bring(AttemptStatus status) {
        var attempt = instructed();
        switch (status) {
            case INSTRUCTED -> {}
            case BOOKED -> attempt.book("SB-1", NOW);
            case BOUNCED -> attempt.bounce("SB-1", "account closed", NOW);
        }
        return attempt;
    }

    private static Attempt instructed() {
        var released = new TrancheReleased(
                GrantId.next(),
                TrancheId.of(Uuids.next()),
                PersonId.of(Uuids.next()),
                AttemptId.of(Uuids.next()),
                Money.ofCents(60_001),
                NOW);
        return Attempt.instructed(released, OrganisationId.of(Uuids.next()), 1, 3);
    }
}
