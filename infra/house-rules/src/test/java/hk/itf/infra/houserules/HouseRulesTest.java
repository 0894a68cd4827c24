package hk.itf.infra.houserules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {

    private static final JavaClasses OFFENDERS = new ClassFileImporter().importPackages("hk.itf.offenders");

    /** The rule for events has no offender: events are a sealed family, so an offender does not compile. */
    static Stream<String> rules() {
        return HouseRules.all().keySet().stream().filter(rule -> !rule.equals("events are records"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void findsOffenderOfEveryRule(String rule) {
        assertThatThrownBy(
                        () -> HouseRules.all().get(rule).allowEmptyShould(true).check(OFFENDERS))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void findsCycleOfFeatures() {
        assertThatThrownBy(() -> HouseRules.features("hk.itf.offenders").check(OFFENDERS))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Cycle");
    }

    @Test
    void findsUndeclaredDependency() {
        assertThatThrownBy(() ->
                        HouseRules.arrow("hk.itf.offenders", "one", Set.of()).check(OFFENDERS))
                .isInstanceOf(AssertionError.class);
        HouseRules.arrow("hk.itf.offenders", "one", Set.of("two")).check(OFFENDERS);
    }

    @Test
    void findsPackageOverItsLimit() {
        assertThatThrownBy(() -> HouseRules.requirePackagesOfAtMost(1, OFFENDERS))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("hk.itf.offenders");
        HouseRules.requireSmallPackages(OFFENDERS);
    }

    @Test
    void hasOffenders() {
        assertThat(OFFENDERS).hasSizeGreaterThan(10);
    }

    @Test
    void keepsPackagesOfPlatformSmall() {
        HouseRules.requireSmallPackages(HouseRules.production("hk.itf"));
    }
}
