package hk.itf.applications.training;

import static hk.itf.applications.training.Company.trainee;
import static hk.itf.applications.training.Company.training;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import hk.itf.applications.SimulatedFund;
import hk.itf.infra.testkit.MovesTimeFar;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.money.Money;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However a company applies, withdraws, is sent back, awarded less or paid less: never more than the cap in one year. */
@QuarkusTest
@MovesTimeFar
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class CapOfTheYearTest {

    private static final Money CAP = Money.hkd(500_000);
    private static final int STEPS = 40;

    @Inject
    Session database;

    private Company company;
    private SimulatedFund fund;
    private String course;

    @BeforeEach
    void registerCourse() {
        company = new Company();
        fund = SimulatedFund.open();
        course = company.registerCourse(fund, "500000.00");
    }

    @AfterEach
    void closeFund() {
        fund.close();
    }

    @Test
    void grantsRestOfYearlyCapThenNothing() {
        submitApplication(company.commences(), "600000.00")
                .then()
                .body("entitlement.amount.amount", equalTo("400000.00"));
        submitApplication(company.commences(), "600000.00")
                .then()
                .body("entitlement.amount.amount", equalTo("100000.00"))
                .body("entitlement.lines.text.en", hasItem("Unused part of the allowance grants-in-year"));
        var third = company.drafted("nittp", training(course, company.commences(), List.of(trainee("3000.00"))));
        company.people()
                .submit(third)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:itf:problem:allowance-exceeded"))
                .body("errors[0].code", equalTo("grants-in-year"));
        submitApplication(company.commences().plusYears(1), "3000.00")
                .then()
                .body("entitlement.amount.amount", equalTo("2000.00"));
    }

    @Test
    void returnsUnpaidAmountToYear() {
        var grant = TrainingGrant.running(company, fund, "400000.00", List.of(trainee("600000.00")));
        fund.closeAward(grant.id(), "150000.00");
        company.people().awaitStatus(grant.id(), "COMPLETED");
        submitApplication(company.commences(), "600000.00")
                .then()
                .body("entitlement.amount.amount", equalTo("350000.00"));
    }

    @Test
    void sharesCapAmongConcurrentSubmissions() throws Exception {
        var drafts = IntStream.range(0, 6).mapToObj(i -> draft(300_000, 0)).toList();
        try (var pool = Executors.newFixedThreadPool(6)) {
            var answers = pool
                    .invokeAll(drafts.stream()
                            .<Callable<Response>>map(
                                    id -> () -> company.people().submit(id))
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers).extracting(Response::statusCode).containsOnly(201, 422);
            assertThat(answers.stream()
                            .filter(answer -> answer.statusCode() == 201)
                            .map(answer -> answer.<String>path("entitlement.amount.amount"))
                            .sorted()
                            .toList())
                    .containsExactly("100000.00", "200000.00", "200000.00");
        }
        assertThat(reserved()).containsExactly(CAP.cents());
    }

    @Test
    void keepsCapInEveryHistory() {
        var seed = Long.getLong("itf.seed", System.nanoTime());
        System.out.println("CapOfTheYearTest: -Ditf.seed=" + seed);
        var random = new Random(seed);
        var open = new ArrayList<String>();
        for (var step = 0; step < STEPS; step++) {
            switch (random.nextInt(open.isEmpty() ? 1 : 5)) {
                case 0, 1 -> submit(draft(10_000 + random.nextInt(400_000), random.nextInt(2)), open);
                case 2 -> withdraw(open.remove(random.nextInt(open.size())));
                case 3 -> resubmit(open.remove(random.nextInt(open.size())), 10_000 + random.nextInt(700_000), open);
                default -> award(open.remove(random.nextInt(open.size())), random);
            }
            assertThat(reserved())
                    .as("seed %d, after step %d", seed, step)
                    .allSatisfy(cents -> assertThat(cents).isBetween(0L, CAP.cents()));
        }
    }

    private Response submitApplication(LocalDate commences, String fee) {
        var answer =
                company.people().submit(company.drafted("nittp", training(course, commences, List.of(trainee(fee)))));
        answer.then().statusCode(201);
        return answer;
    }

    private void submit(String id, List<String> open) {
        var answer = company.people().submit(id);
        if (answer.statusCode() == 201) {
            open.add(id);
            fund.startAssessment(id);
            company.people().awaitStatus(id, "IN_ASSESSMENT");
        } else {
            assertThat(answer.<String>path("type")).isEqualTo("urn:itf:problem:allowance-exceeded");
        }
    }

    private void withdraw(String id) {
        company.people()
                .keyedRequest()
                .header("If-Match", company.people().read(id).header("ETag"))
                .body(Map.of("reason", "Another time."))
                .post("/applications/" + id + "/withdrawal")
                .then()
                .statusCode(200);
    }

    /**
     * Sent back and handed in with another fee, perhaps for the other year: what it had reserved counts for it, not against
     * it. If that year has nothing left it cannot come back, and is withdrawn.
     */
    private void resubmit(String id, int fee, List<String> open) {
        fund.requestClarification(id, "What is the fee?");
        company.people().awaitStatus(id, "CLARIFYING");
        company.people()
                .request()
                .header("If-Match", company.people().read(id).header("ETag"))
                .body(Map.of("answers", answers(fee, 0)))
                .put("/applications/" + id + "/answers")
                .then()
                .statusCode(200);
        submit(id, open);
        if (!open.contains(id)) {
            withdraw(id);
        }
    }

    /** Approved as it was proposed, accepted, and in the end paid a part of it, or nothing. */
    private void award(String id, Random random) {
        var awarded = Money.of(company.people().read(id).path("entitlement.amount.amount"), Money.HKD);
        fund.approveAndOffer(id, TrainingGrant.NITTP, awarded.amount(), company.people());
        company.people().awaitStatus(id, "OFFERED");
        company.people().accept(id).then().statusCode(200);
        fund.closeAward(id, awarded.share(random.nextInt(101), 100).amount());
        company.people().awaitStatus(id, "COMPLETED");
    }

    private String draft(int fee, int yearsLater) {
        return company.drafted("nittp", answers(fee, yearsLater));
    }

    private Map<String, Object> answers(int fee, int yearsLater) {
        LocalDate commences = company.commences().plusYears(yearsLater);
        return training(course, commences, List.of(trainee("Z" + UUID.randomUUID(), fee + ".00")));
    }

    /** The reserved amounts of the allowance in cents, one sum for each financial year of the company. */
    private List<Long> reserved() {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery("""
                                select cast(sum(r.amount_cents) as bigint) from allowance_reservation r
                                join application a on a.id = r.application_id
                                where r.rule = 'nittp/grants-in-year' and a.organisation_id = cast(:company as uuid)
                                group by r.subject, r.from_date
                                """, Long.class)
                        .setParameter("company", company.organisation())
                        .getResultList());
    }
}
