package hk.itf.assessment.reviewcase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.assessment.TestScheme;
import hk.itf.model.DomainException;
import hk.itf.model.event.AmendmentKind;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.Uuids;
import hk.itf.model.scheme.Scheme;
import hk.itf.model.scheme.tranche.ClaimKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VettingRouteTest {

    private static final Scheme WITH_PANEL = TestScheme.withPanel(2).scheme();
    private static final Scheme WITHOUT_PANEL = TestScheme.unpublished().scheme();

    @Test
    void applicationTakesStagesOfItsScheme() {
        var route = VettingRoute.ofApplication(WITHOUT_PANEL);
        assertThat(route.inOrder())
                .containsExactly(Stage.COMPLETENESS, Stage.ELIGIBILITY, Stage.TECHNICAL_REVIEW, Stage.DECISION);
        assertThat(route.first()).isEqualTo(Stage.COMPLETENESS);
        assertThat(route.after(Stage.ELIGIBILITY)).contains(Stage.TECHNICAL_REVIEW);
        assertThat(route.after(Stage.DECISION)).isEmpty();
        assertThat(route.after(Stage.PANEL)).isEmpty();
        assertThat(route.isBefore(Stage.ELIGIBILITY, Stage.DECISION)).isTrue();
        assertThat(route.isBefore(Stage.DECISION, Stage.ELIGIBILITY)).isFalse();
    }

    @Test
    void panelAdvisesOnlyOnClaimKindsNamedByScheme() {
        assertThat(VettingRoute.ofClaim(WITH_PANEL, ClaimKind.STAGE_GATE).inOrder())
                .containsExactly(Stage.PANEL, Stage.CLAIM_VETTING);
        assertThat(VettingRoute.ofClaim(WITH_PANEL, ClaimKind.REPORT).inOrder()).containsExactly(Stage.CLAIM_VETTING);
    }

    @ParameterizedTest
    @EnumSource
    void panelAdvisesOnlyOnAmendmentToNextStage(AmendmentKind kind) {
        var withPanel =
                kind == AmendmentKind.NEXT_STAGE ? List.of(Stage.PANEL, Stage.DECISION) : List.of(Stage.DECISION);
        assertThat(VettingRoute.ofAmendment(WITH_PANEL, kind).inOrder()).isEqualTo(withPanel);
        assertThat(VettingRoute.ofAmendment(WITHOUT_PANEL, kind).inOrder()).containsExactly(Stage.DECISION);
    }

    @Test
    void routeWithPanelNeedsItsSupport() {
        var route = VettingRoute.ofApplication(WITH_PANEL);
        for (var advice : List.of(Optional.<Recommendation>empty(), Optional.of(recommendation(false)))) {
            assertThatThrownBy(() -> route.requirePanelSupport(advice))
                    .isInstanceOfSatisfying(
                            DomainException.class,
                            refusal -> assertThat(refusal.slug()).isEqualTo("not-recommended"));
        }
        assertThatCode(() -> route.requirePanelSupport(Optional.of(recommendation(true))))
                .doesNotThrowAnyException();
        assertThatCode(() -> VettingRoute.ofApplication(WITHOUT_PANEL).requirePanelSupport(Optional.empty()))
                .doesNotThrowAnyException();
    }

    private static Recommendation recommendation(boolean supported) {
        var chair = PersonId.of(Uuids.next());
        return new Recommendation(
                Uuids.next(),
                Uuids.next(),
                supported,
                "",
                1,
                List.of(chair),
                List.of(),
                List.of(),
                chair,
                Instant.EPOCH);
    }
}
