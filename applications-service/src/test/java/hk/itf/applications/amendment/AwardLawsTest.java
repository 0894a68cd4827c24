package hk.itf.applications.amendment;

import static hk.itf.applications.Applicant.hkd;
import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.applications.SimulatedFund;
import hk.itf.applications.application.ApplicationView;
import hk.itf.applications.application.ApplicationView.TrancheView;
import hk.itf.applications.grant.GrantTranche;
import hk.itf.applications.grant.WatchedReports;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.TestClock;
import hk.itf.model.json.Json;
import hk.itf.model.money.Money;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Through every history of variations, payments and stages: the tranches add up to the award, no variation increases the
 * award, and the award is never below the paid amount nor above the limit of all stages.
 */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class AwardLawsTest {

    @Inject
    WatchedReports watchedReports;

    @AfterEach
    void checkWatchedReports() {
        watchedReports.requireConsistent();
    }

    private static final int GRANTS = 3;
    private static final int STEPS = 7;
    private static final Money IN_ALL = Money.hkd(3_000_000);
    private static final Set<String> REFUSALS = Set.of(
            "urn:itf:problem:below-paid",
            "urn:itf:problem:tranche-in-use",
            "urn:itf:problem:stage-over",
            "urn:itf:problem:stage-not-passed",
            "urn:itf:problem:no-later-stage");

    private final long seed = Long.getLong("itf.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void everyHistoryKeepsTheSumsOfTheAward() {
        System.out.println("AwardLawsTest: -Ditf.seed=" + seed);
        try (var fund = SimulatedFund.open()) {
            for (var history = 0; history < GRANTS; history++) {
                var grant = RunningGrant.of200000(fund, TestClock.today().minusMonths(6));
                for (var step = 0; step < STEPS; step++) {
                    takesAStep(grant, fund);
                    holds(view(grant), "seed %d, history %d, step %d".formatted(seed, history, step));
                }
                passesItsStageAndGoesOn(grant, fund); // every history comes to its last stage
                holds(view(grant), "seed %d, history %d, at its end".formatted(seed, history));
            }
        }
    }

    private void takesAStep(RunningGrant grant, SimulatedFund fund) {
        var before = view(grant);
        switch (random.nextInt(6)) {
            case 0, 1 -> {
                varies(grant, fund, Map.of("budget", RunningGrant.budget(dollars(6_000_000))));
                assertThat(view(grant).awarded()).isLessThanOrEqualTo(before.awarded());
            }
            case 2 -> {
                varies(grant, fund, Map.of("product", "Crane number " + random.nextInt()));
                assertThat(view(grant).awarded()).isEqualTo(before.awarded());
            }
            case 3 -> pay(grant, fund, before);
            case 4 -> passesItsStageAndGoesOn(grant, fund);
            default -> goesOn(grant, fund);
        }
    }

    private void varies(RunningGrant grant, SimulatedFund fund, Map<String, Object> answers) {
        amend(grant, fund, "VARIATION", Map.of("answers", answers));
    }

    private void passesItsStageAndGoesOn(RunningGrant grant, SimulatedFund fund) {
        var before = view(grant);
        if (before.stage() == 1 && !before.stagePassed()) {
            grant.passesTheStage(fund);
        }
        goesOn(grant, fund);
    }

    private void goesOn(RunningGrant grant, SimulatedFund fund) {
        amend(
                grant,
                fund,
                "NEXT_STAGE",
                Map.of(
                        "answers",
                        Map.of(
                                "ramp-up-commencement",
                                TestClock.today().plusMonths(7).toString(),
                                "ramp-up-months",
                                12,
                                "ramp-up-cost",
                                hkd(dollars(40_000_000)))));
    }

    private static void amend(RunningGrant grant, SimulatedFund fund, String kind, Map<String, Object> rest) {
        var draft = grant.draft(kind, rest);
        if (draft.statusCode() == 201) {
            var amendment = grant.submit(grant.people(), draft.path("id"));
            fund.amend(grant.id(), amendment);
            grant.waitsUntilInForce(amendment);
        } else {
            assertThat(draft.<String>path("type")).isIn(REFUSALS);
        }
    }

    private static void pay(RunningGrant grant, SimulatedFund fund, ApplicationView before) {
        before.tranches().stream()
                .filter(tranche -> tranche.status() == GrantTranche.Status.SCHEDULED)
                .findFirst()
                .ifPresent(tranche -> {
                    fund.pay(
                            grant.id(),
                            tranche.id().toString(),
                            tranche.amount().amount());
                    grant.waitsUntilPaid(tranche.number());
                });
    }

    private static void holds(ApplicationView grant, String situation) {
        var promised = sum(grant, GrantTranche.Status.CANCELLED);
        assertThat(grant.awarded()).as(situation).isEqualTo(promised);
        assertThat(promised)
                .as(situation)
                .isGreaterThanOrEqualTo(Money.sum(
                        grant.tranches().stream().map(TrancheView::paid).toList()))
                .isLessThanOrEqualTo(grant.stage() == 1 ? Money.hkd(200_000) : IN_ALL);
    }

    private static Money sum(ApplicationView grant, GrantTranche.Status without) {
        return Money.sum(grant.tranches().stream()
                .filter(tranche -> tranche.status() != without)
                .map(TrancheView::amount)
                .toList());
    }

    private static ApplicationView view(RunningGrant grant) {
        return Json.read(grant.read().extract().asString(), ApplicationView.class);
    }

    private String dollars(int most) {
        return 2 + random.nextInt(most) + ".00";
    }
}
