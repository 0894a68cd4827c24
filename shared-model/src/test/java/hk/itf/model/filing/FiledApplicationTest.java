package hk.itf.model.filing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.model.event.AssessmentEvent.ApplicationApproved;
import hk.itf.model.event.Parties;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.Gate;
import hk.itf.model.scheme.tranche.PlannedTranche;
import hk.itf.model.scheme.tranche.TranchePlan;
import hk.itf.model.scheme.value.DateRange;
import hk.itf.model.scheme.value.SchemeId;
import hk.itf.model.scheme.value.SchemeRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiledApplicationTest {

    private static final String HASH = "0".repeat(64);
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    private final SchemeRef scheme = new SchemeRef(SchemeId.of("tst"), 2);
    private final Parties parties = Parties.of(OrganisationId.next());
    private final FiledApplication filed =
            new FiledApplication(1, "TST-2026-000001", scheme, parties, Money.hkd(100), HASH);

    @ParameterizedTest
    @ValueSource(longs = {1, 99, 100})
    void agreesUpToEntitlement(long dollars) {
        assertThatCode(() -> filed.requireAgreement(approval("TST-2026-000001", scheme, parties, dollars)))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesMoreThanEntitlement() {
        assertDiffers(approval("TST-2026-000001", scheme, parties, 101), "more than the entitlement");
    }

    @Test
    void refusesOtherParties() {
        assertDiffers(approval("TST-2026-000001", scheme, Parties.of(OrganisationId.next()), 100), "has the parties");
        assertDiffers(
                approval(
                        "TST-2026-000001",
                        scheme,
                        new Parties(parties.applicant(), List.of(OrganisationId.next()), List.of()),
                        100),
                "has the parties");
    }

    @Test
    void refusesOtherSchemeVersionAndReference() {
        assertDiffers(approval("TST-2026-000001", new SchemeRef(scheme.id(), 1), parties, 100), "has the scheme");
        assertDiffers(approval("TST-2026-000002", scheme, parties, 100), "has the reference");
    }

    private void assertDiffers(ApplicationApproved approved, String how) {
        assertThatThrownBy(() -> filed.requireAgreement(approved))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(how);
    }

    private static ApplicationApproved approval(String reference, SchemeRef scheme, Parties parties, long dollars) {
        var plan = new TranchePlan(List.of(new PlannedTranche(
                TrancheId.next(),
                1,
                Money.hkd(dollars),
                new DateRange(DAY, DAY.plusMonths(3)),
                Set.of(Gate.AGREEMENT_SIGNED),
                DAY.plusMonths(6))));
        return new ApplicationApproved(
                GrantId.next(),
                PersonId.SYSTEM,
                reference,
                scheme,
                parties,
                plan.total(),
                plan,
                List.of(),
                "a letter",
                HASH,
                List.of(),
                Instant.EPOCH);
    }
}
