package hk.itf.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.testkit.Tokens;
import hk.itf.model.money.Money;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Duty conflicts: the events that raise them and the acts of finance staff that resolve them. */
final class DutyConflictStory {

    static final Money ALL = Money.hkd(600);

    static final String REASON = "{\"reason\":\"It may stand.\"}";

    /** A grant of one tranche, prepared by "preparer". */
    static GrantStory prepared(Clock clock, String accountNumber) {
        var story = GrantStory.of(clock, ALL).agreed().withPayee(accountNumber).due(1, ALL);
        Finance.prepare(story.tranche(1), "preparer").then().statusCode(200);
        return story;
    }

    /** Raises a conflict: an event gives the person, who holds another duty, the duty SUBMITTED. Returns the newest conflict. */
    static String submittedBy(GrantStory story, String person) {
        Events.ofService().isApplied(GrantStoryEvents.submitted(story, person));
        return conflictsOf(story).getFirst();
    }

    static List<String> conflictsOf(GrantStory story) {
        return Finance.read("/duty-conflicts?grant=" + story.grant).getList("items.id", String.class);
    }

    static JsonPath read(String conflict) {
        return Finance.read("/duty-conflicts/" + conflict);
    }

    static void awaitConflict(String conflict, String status) {
        Poll.until(() -> status.equals(read(conflict).getString("status")));
    }

    static String etag(String conflict) {
        return Finance.as("auditor", "auditor")
                .get("/duty-conflicts/" + conflict)
                .getHeader("ETag");
    }

    static RequestSpecification controller(String person) {
        return Finance.as(person, "fund-controller");
    }

    static Response confirm(String conflict, String person) {
        return confirm(conflict, person, etag(conflict));
    }

    static Response confirm(String conflict, String person, String etag) {
        return controller(person)
                .header("If-Match", etag)
                .body(REASON)
                .post("/duty-conflicts/" + conflict + "/confirmation");
    }

    static Response release(GrantStory story, int tranche, String person) {
        return Finance.release(story.tranche(tranche), person);
    }

    static void returnToDue(GrantStory story, int tranche) {
        Finance.as("releaser", "finance-releaser")
                .header("If-Match", Finance.etag(story.tranche(tranche)))
                .body("{\"reason\":\"somebody else has to prepare it\"}")
                .post("/tranches/" + story.tranche(tranche) + "/return")
                .then()
                .statusCode(200);
    }

    static Instant verified(GrantStory story, int number, String person) {
        return Instant.parse(Finance.verifyPayee(story.organisation, number, person)
                .then()
                .statusCode(200)
                .extract()
                .path("coolsOffAt"));
    }

    static void refused(Response answer, int status, String problem) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:itf:problem:" + problem);
    }

    static List<String> persons(String... names) {
        return Arrays.stream(names).map(name -> Tokens.person(name).toString()).toList();
    }

    /** The timeline entries of a conflict. */
    static List<String> steps(GrantStory story, String conflict) {
        return Finance.read("/grants/" + story.grant + "/timeline")
                .getList("findAll { it.subject == 'duty-conflict/" + conflict + "' }.transition", String.class);
    }

    private DutyConflictStory() {}
}
