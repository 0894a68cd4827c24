package hk.itf.disbursement.payee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.model.DomainException;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.Uuids;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One version of bank details: filed, verified by another person, superseded by the next version. */
class PayeeTest {

    private static final Instant NOW = Instant.parse("2026-11-28T02:00:00Z");
    private static final Instant COOLED_OFF = NOW.plus(Duration.ofDays(2));
    private static final PersonId FILER = PersonId.of(Uuids.next());
    private static final PersonId VERIFIER = PersonId.of(Uuids.next());
    private static final OrganisationId ORGANISATION = OrganisationId.next();

    @ParameterizedTest
    @EnumSource(PayeeStatus.class)
    void verifiesPendingDetailsOnly(PayeeStatus status) {
        var payee = in(status);
        if (status == PayeeStatus.PENDING) {
            verify(payee);
            assertThat(status(payee)).isEqualTo("VERIFIED");
        } else {
            refuses(() -> verify(payee), "illegal-transition");
            assertThat(status(payee)).isEqualTo(status.name());
        }
    }

    @ParameterizedTest
    @EnumSource(PayeeStatus.class)
    void supersedesPendingAndVerifiedDetails(PayeeStatus status) {
        var payee = in(status);
        if (status == PayeeStatus.SUPERSEDED) {
            refuses(payee::supersede, "illegal-transition");
        } else {
            payee.supersede();
        }
        assertThat(status(payee)).isEqualTo("SUPERSEDED");
    }

    @Test
    void recordsVerifierEvidenceAndCoolOff() {
        var payee = in(PayeeStatus.PENDING);
        var verified = payee.verify("a bank letter", VERIFIER, NOW, COOLED_OFF);
        assertThat(verified.organisation()).isEqualTo(ORGANISATION);
        assertThat(verified.coolsOffAt()).isEqualTo(COOLED_OFF);
        var view = payee.view();
        assertThat(view.verifiedBy()).isEqualTo(VERIFIER);
        assertThat(view.verifiedAt()).isEqualTo(NOW);
        assertThat(view.coolsOffAt()).isEqualTo(COOLED_OFF);
        assertThat(view.evidence()).isEqualTo("a bank letter");
        assertThat(payee.verification()).isEqualTo(new PayeeVerification(4, VERIFIER, COOLED_OFF));
    }

    @Test
    void refusesVerificationByFiler() {
        var payee = in(PayeeStatus.PENDING);
        refuses(() -> payee.verify("a bank letter", FILER, NOW, COOLED_OFF), "four-eyes");
        assertThat(status(payee)).isEqualTo("PENDING");
    }

    @ParameterizedTest
    @EnumSource(
            value = PayeeStatus.class,
            names = {"PENDING", "SUPERSEDED"})
    void isNotPayableUnlessVerified(PayeeStatus status) {
        assertThat(in(status).verification().isPayableAt(Instant.MAX)).isFalse();
    }

    @Test
    void showsLastThreeDigitsOnly() {
        var payee = in(PayeeStatus.PENDING);
        assertThat(payee.view().accountNumber()).isEqualTo("******789");
        assertThat(payee.details().accountNumber()).isEqualTo("123456789");
    }

    private static Payee in(PayeeStatus status) {
        var payee = new Payee(ORGANISATION, 4, new BankDetails("A Company", "024", "123456789"), FILER, NOW);
        switch (status) {
            case PENDING -> {
                // the first status
            }
            case VERIFIED -> verify(payee);
            case SUPERSEDED -> {
                verify(payee);
                payee.supersede();
            }
        }
        return payee;
    }

    private static void verify(Payee payee) {
        payee.verify("a bank letter", VERIFIER, NOW, COOLED_OFF);
    }

    private static String status(Payee payee) {
        return payee.view().status();
    }

    private static void refuses(Runnable act, String slug) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.slug()).isEqualTo(slug));
    }
}
