package hk.itf.disbursement.payee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.infra.clock.HongKong;
import hk.itf.model.DomainException;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.Uuids;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** The cool-off of bank details, their masking and their validation. */
class CoolOffTest {

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(HongKong.ZONE).toInstant();
    }

    @Test
    void coolsOffForHongKongWorkingDays() {
        assertThat(VerifyPayee.coolsOff(at("2026-11-23T15:00"), 2)).isEqualTo(at("2026-11-25T15:00"));
        assertThat(VerifyPayee.coolsOff(at("2026-11-27T15:00"), 2)).isEqualTo(at("2026-12-01T15:00"));
        assertThat(VerifyPayee.coolsOff(at("2026-12-24T15:00"), 2)).isEqualTo(at("2026-12-29T15:00"));
        assertThat(VerifyPayee.coolsOff(at("2026-11-28T15:00"), 0)).isEqualTo(at("2026-11-28T15:00"));
    }

    @Test
    void isPayableFromEndOfCoolOff() {
        var verification = new PayeeVerification(1, PersonId.of(Uuids.next()), at("2026-11-25T15:00"));
        assertThat(verification.isPayableAt(at("2026-11-25T14:59"))).isFalse();
        assertThat(verification.isPayableAt(at("2026-11-25T15:00"))).isTrue();
        assertThat(new PayeeVerification(1, null, null).isPayableAt(Instant.MAX))
                .isFalse();
    }

    @Test
    void masksAccountNumber() {
        assertThat(new BankDetails("A Company", "024", "123456789").toString())
                .contains("******789")
                .doesNotContain("123456789");
    }

    @Test
    void reportsEveryInvalidField() {
        assertThatThrownBy(() -> new BankDetails(" ", "24", "12345678"))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.violations()).hasSize(3));
    }
}
