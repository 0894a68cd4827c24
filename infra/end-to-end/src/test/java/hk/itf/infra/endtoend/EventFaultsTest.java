package hk.itf.infra.endtoend;

import static hk.itf.infra.endtoend.story.Post.ABOVE_CEILING;
import static hk.itf.infra.local.Service.APPLICATIONS;
import static hk.itf.infra.local.Service.ASSESSMENT;
import static hk.itf.infra.local.Service.DISBURSEMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import hk.itf.infra.endtoend.story.Grant;
import hk.itf.infra.endtoend.story.Journal;
import hk.itf.infra.endtoend.story.Platform;
import hk.itf.infra.endtoend.story.Reply;
import hk.itf.infra.endtoend.story.Story;
import hk.itf.infra.local.LocalStack;
import hk.itf.infra.local.Service;
import hk.itf.model.event.ApplicationEvent.ApplicationWithdrawn;
import hk.itf.model.event.EventCodec;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the broker or a faulty release may do to events: say them twice, in another order, or say nonsense. Money and
 * timelines stay as they are, and a grant whose event cannot be applied waits alone.
 */
class EventFaultsTest {

    private static final String SUBMITTED = "itf.application.submitted.v1";
    private static final String WITHDRAWN = "itf.application.withdrawn.v1";

    @TempDir
    private static Path state;

    private static LocalStack stack;
    private static Platform platform;
    private static Topics topics;
    private Story story;

    @BeforeAll
    static void start() {
        stack = PackagedServices.startIn(state);
        platform = Platform.of(stack);
        topics = new Topics(stack);
    }

    @AfterAll
    static void stop() {
        topics.close();
        stack.close();
    }

    @BeforeEach
    void begin() {
        story = new Story(platform, new Journal(System.out::println));
    }

    @AfterEach
    void theBooksAreCoherent() {
        Books.requireCoherent(platform);
    }

    @Test
    void everythingSaidAgainInAnyOrderChangesNothing() throws Exception {
        var grants = new ArrayList<>(TrainingGrants.advances(story));
        grants.add(SponsoredProjects.changes(story));
        grants.add(PaidPosts.doctoralPost(story));
        topics.awaitQuiet();
        var views = viewsOf(grants);
        var paidByTheBank = Books.centsPaidByTheBank(stack.state());
        var said = topics.everything();
        assertThat(said).as("a journey is told in many events").hasSizeGreaterThan(20);

        topics.sayAgain(said);
        topics.awaitQuiet();
        assertThat(viewsOf(grants)).isEqualTo(views);

        var seed = Long.getLong("itf.seed", System.nanoTime());
        System.out.println("events said again in the order of -Ditf.seed=" + seed);
        var shuffled = new ArrayList<>(said);
        Collections.shuffle(shuffled, new Random(seed));
        topics.sayAgain(shuffled);
        topics.awaitQuiet();
        assertThat(viewsOf(grants)).as("seed " + seed).isEqualTo(views);

        assertThat(topics.length()).as("nobody had anything to add").isEqualTo(3L * said.size());
        assertThat(Books.centsPaidByTheBank(stack.state())).isEqualTo(paidByTheBank);
        for (var service : Service.values()) {
            for (var grant : grants) {
                assertThat(of(grant.id(), story.operators.parked(service))).isEmpty();
                assertThat(of(grant.id(), story.operators.waitingBehind(service)))
                        .isEmpty();
            }
        }
    }

    @Test
    void eventsThatCannotBeReadParkTheirGrantsAloneAndAReplayDoesNotHelp() {
        var broken = UUID.randomUUID();
        var incomplete = UUID.randomUUID();
        topics.sayAsApplications(broken, 1, SUBMITTED, "{\"grant\": \"" + broken + "\", \"actor\": ");
        topics.sayAsApplications(broken, 2, WITHDRAWN, withdrawal(broken));
        topics.sayAsApplications(incomplete, 1, SUBMITTED, "{\"grant\": \"" + incomplete + "\"}");
        topics.sayAsApplications(incomplete, 2, WITHDRAWN, withdrawal(incomplete));
        var parked = awaitParked(broken.toString());
        var alsoParked = awaitParked(incomplete.toString());
        topics.awaitQuiet();

        assertThat(story.operators.parked(ASSESSMENT))
                .extracting(EventFaultsTest::id)
                .containsExactlyInAnyOrder(broken.toString(), incomplete.toString());
        for (var each : List.of(parked, alsoParked)) {
            assertThat(each.path("sequence").asLong()).isEqualTo(1);
            assertThat(each.path("eventType").asText()).isEqualTo(SUBMITTED);
            assertThat(each.path("reason").asText()).isNotBlank();
            var behind = of(id(each), story.operators.waitingBehind(ASSESSMENT));
            assertThat(behind)
                    .singleElement()
                    .satisfies(
                            next -> assertThat(next.path("sequence").asLong()).isEqualTo(2));
        }

        var outcome = Journeys.all().get(1).travel(platform, System.out::println);
        assertThat(outcome.failure())
                .as("a fresh grant flows to its last payment")
                .isEmpty();

        for (var each : List.of(parked, alsoParked)) {
            var grant = id(each);
            story.operators.replay(ASSESSMENT, APPLICATIONS, grant).refused(409, "still-not-applicable");
            assertThat(of(grant, story.operators.parked(ASSESSMENT)))
                    .as("parked as before, with its reason")
                    .containsExactly(each);
            history(grant).refused(404, "not-found");
        }
    }

    /** The fault is in one process of one service here, so there is a fix to show: another that does not have it. */
    @Test
    void aGrantThatABugStopsGoesOnInOrderOnceTheFixIsDeployedAndTheEventReplayed() {
        var applicant = story.cast.applicant();
        var organisation = story.applicants.registerOrganisation(applicant);
        var grant = story.applicants.draft(applicant, organisation, story.post(12, ABOVE_CEILING));
        ArmedProcess.arm(stack.service(ASSESSMENT), state, "bug", """
                RULE one application cannot be opened
                CLASS hk.itf.assessment.caseroute.OpenReviewCase
                METHOD handle(hk.itf.model.event.ApplicationEvent$ApplicationSubmitted)
                AT ENTRY
                IF $1.grant().value().toString().equals("%s")
                DO throw new java.lang.IllegalStateException("a bug of this build")
                ENDRULE
                """.formatted(grant.id()));

        story.applicants.submit(grant).expect(201);
        var parked = awaitParked(grant.id());
        assertThat(parked.path("reason").asText()).contains("a bug of this build");
        story.applicants.withdraw(grant);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> of(grant.id(), story.operators.waitingBehind(ASSESSMENT))
                                .size()
                        == 1);
        story.vetters.findComplete(story.applicants.apply(story.post(12, ABOVE_CEILING)));
        story.operators.replay(ASSESSMENT, APPLICATIONS, grant.id()).refused(409, "still-not-applicable");

        deployTheFix();
        assertThat(of(grant.id(), story.operators.parked(ASSESSMENT))).containsExactly(parked);
        story.operators.replay(ASSESSMENT, APPLICATIONS, grant.id()).expect(204);
        assertThat(of(grant.id(), story.operators.parked(ASSESSMENT))).isEmpty();
        assertThat(of(grant.id(), story.operators.waitingBehind(ASSESSMENT))).isEmpty();
        assertThat(history(grant.id()).expect(200).body())
                .as("the case opens, its task is dropped, the case is withdrawn")
                .extracting(row -> row.path("transition").asText())
                .containsExactly("OPEN", "DROP", "WITHDRAW");
        topics.awaitQuiet();
        assertThat(grant.read().text("status")).isEqualTo("WITHDRAWN");
    }

    private static void deployTheFix() {
        stack.service(ASSESSMENT).restart();
        stack.service(ASSESSMENT).awaitReady(Duration.ofMinutes(2));
    }

    private static String withdrawal(UUID grant) {
        return EventCodec.encode(new ApplicationWithdrawn(
                GrantId.of(grant), PersonId.of(UUID.randomUUID()), "The candidate left.", Instant.EPOCH));
    }

    private JsonNode awaitParked(String grant) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !of(grant, story.operators.parked(ASSESSMENT)).isEmpty());
        return of(grant, story.operators.parked(ASSESSMENT)).getFirst();
    }

    private static List<JsonNode> of(String grant, List<JsonNode> events) {
        return events.stream().filter(each -> id(each).equals(grant)).toList();
    }

    private static String id(JsonNode event) {
        return event.path("id").asText();
    }

    private Reply history(String grant) {
        return story.cast.auditor.get(ASSESSMENT, "/grants/" + grant + "/timeline");
    }

    /** Everything the three services let an auditor see of a grant, and the books. */
    private Map<String, JsonNode> viewsOf(List<Grant> grants) {
        var views = new TreeMap<String, JsonNode>();
        grants.forEach(grant -> views.putAll(viewsOf(grant)));
        return views;
    }

    private Map<String, JsonNode> viewsOf(Grant grant) {
        var views = new TreeMap<String, JsonNode>();
        Map.of(
                        APPLICATIONS, List.of(grant.path(), grant.path() + "/history", grant.path() + "/receipt"),
                        ASSESSMENT, List.of("/grants/" + grant.id() + "/timeline", "/cases?size=100"),
                        DISBURSEMENT,
                                List.of(
                                        "/awards/" + grant.id(),
                                        "/tranches/" + grant.tranche(1) + "/attempts",
                                        "/grants/" + grant.id() + "/timeline",
                                        "/envelopes?size=100",
                                        "/books"))
                .forEach((service, paths) -> paths.forEach(path -> views.put(
                        service + " " + path,
                        story.cast.auditor.get(service, path).expect(200).body())));
        return views;
    }
}
