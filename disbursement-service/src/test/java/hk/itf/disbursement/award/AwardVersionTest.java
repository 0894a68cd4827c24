package hk.itf.disbursement.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.model.DomainException;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.id.Uuids;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.PlannedTranche;
import hk.itf.model.scheme.tranche.TranchePlan;
import hk.itf.model.scheme.value.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The lifecycle and the undrawn amount of an award version of 1,000.00. */
class AwardVersionTest {

    private static final Instant NOW = Instant.parse("2026-11-28T02:00:00Z");
    private static final PersonId ACTOR = PersonId.of(Uuids.next());

    private static Map<AwardVersionTransition, Consumer<AwardVersion>> acts() {
        var acts = new EnumMap<AwardVersionTransition, Consumer<AwardVersion>>(AwardVersionTransition.class);
        acts.put(AwardVersionTransition.TAKE_FORCE, AwardVersion::takeForce);
        acts.put(
                AwardVersionTransition.SUPERSEDE,
                version -> version.supersededBy(2, plan(500), Money.ZERO, ACTOR, NOW));
        acts.put(AwardVersionTransition.VOID, AwardVersion::voidVersion);
        return acts;
    }

    @ParameterizedTest
    @EnumSource(AwardVersionStatus.class)
    void makesExactlyThePermittedTransitions(AwardVersionStatus status) {
        assertThat(acts()).containsOnlyKeys(AwardVersionTransition.values());
        acts().forEach((transition, act) -> {
            var version = bring(status);
            if (transition.permits(status)) {
                act.accept(version);
                assertThat(version.view().status())
                        .as(transition.name())
                        .isEqualTo(transition.edge().to().name());
            } else {
                assertThatThrownBy(() -> act.accept(version), transition.name())
                        .isInstanceOfSatisfying(
                                DomainException.class,
                                refusal -> assertThat(refusal.slug()).isEqualTo("illegal-transition"));
                assertThat(version.view().status()).isEqualTo(status.name());
            }
        });
    }

    @Test
    void takesAmountFromPlan() {
        assertThat(first().awarded()).isEqualTo(Money.hkd(1_000));
        assertThat(first().undrawn()).isEqualTo(Money.ZERO);
        assertThat(first().number()).isEqualTo(1);
    }

    @Test
    void passesUndrawnAmountToIncrease() {
        var old = bring(AwardVersionStatus.IN_FORCE);
        old.addUndrawn(Money.ofCents(12_345));
        var increase = old.increasedTo(2, plan(1_250), ACTOR, NOW);
        assertThat(increase.view().status()).isEqualTo("WAITING_FOR_FUNDS");
        old.supersedeWith(increase);
        assertThat(increase.undrawn()).isEqualTo(Money.ofCents(12_345));
        assertThat(old.view().status()).isEqualTo("SUPERSEDED");
    }

    @Test
    void putsLowerVersionInForceAtOnce() {
        var next = bring(AwardVersionStatus.IN_FORCE).supersededBy(2, plan(500), Money.hkd(100), ACTOR, NOW);
        assertThat(next.view().status()).isEqualTo("IN_FORCE");
        assertThat(next.awarded()).isEqualTo(Money.hkd(500));
        assertThat(next.undrawn()).isEqualTo(Money.hkd(100));
    }

    @Test
    void keepsUndrawnAmountWithinVersion() {
        var version = first();
        version.addUndrawn(Money.hkd(1_000));
        assertThatIllegalStateException().isThrownBy(() -> version.addUndrawn(Money.ofCents(1)));
        assertThatIllegalStateException().isThrownBy(() -> first().addUndrawn(Money.ofCents(-1)));
    }

    private static AwardVersion bring(AwardVersionStatus status) {
        var version = first();
        switch (status) {
            case WAITING_FOR_FUNDS -> {}
            case IN_FORCE -> version.takeForce();
            case SUPERSEDED -> {
                version.takeForce();
                version.supersededBy(2, plan(500), Money.ZERO, ACTOR, NOW);
            }
            case VOIDED -> version.voidVersion();
        }
        return version;
    }

    private static AwardVersion first() {
        return AwardVersion.first(GrantId.next(), plan(1_000), ACTOR, NOW);
    }

    private static TranchePlan plan(long dollars) {
        var period = new DateRange(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 11, 30));
        return new TranchePlan(List.of(new PlannedTranche(
                TrancheId.of(Uuids.next()), 1, Money.hkd(dollars), period, Set.of(), LocalDate.of(2026, 12, 31))));
    }
}
