package hk.itf.infra.endtoend;

import static hk.itf.infra.endtoend.story.Post.ABOVE_CEILING;
import static hk.itf.infra.local.Service.APPLICATIONS;
import static hk.itf.infra.local.Service.ASSESSMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import hk.itf.infra.endtoend.story.Grant;
import hk.itf.infra.endtoend.story.Platform;
import hk.itf.infra.endtoend.story.Reply;
import hk.itf.infra.endtoend.story.StepLog;
import hk.itf.infra.endtoend.story.Story;
import hk.itf.infra.local.LocalStack;
import hk.itf.infra.local.Service;
import hk.itf.model.event.ApplicationEvent.ApplicationWithdrawn;
import hk.itf.model.event.EventCodec;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Events that arrive twice or in another order, unreadable events, and events that fail because of a bug. Money and timelines
 * stay unchanged, and only the grant of such an event waits.
 */
class EventFaultsTest {

    private static final String SUBMITTED = "itf.application.submitted.v1";
    private static final String WITHDRAWN = "itf.application.withdrawn.v1";

    private static final LocalStack stack = PackagedServices.running();
    private static final Platform platform = Platform.of(stack);
    private static final TopicClient topics = new TopicClient(stack);
    private Story story;

    @AfterAll
    static void disconnect() {
        topics.close();
    }

    @BeforeEach
    void createStory() {
        story = new Story(platform, new StepLog(System.out::println));
    }

    @AfterEach
    void requireCoherentBooks() {
        Books.requireCoherent(platform);
    }

    @Test
    void ignoresEventsSentAgainInAnyOrder() throws Exception {
        var grants = new ArrayList<>(TrainingGrants.advances(story));
        grants.add(SponsoredProjects.changes(story));
        grants.add(ResearchPosts.doctoralPost(story));
        topics.awaitAllConsumed();
        var views = GrantViews.of(grants, story.people.auditor);
        var paidByBank = Books.centsPaidByBankLedger(stack.state());
        var records = topics.readAll();
        assertThat(records).as("events of the journeys").hasSizeGreaterThan(20);

        topics.sendAgain(records);
        topics.awaitAllConsumed();
        assertThat(GrantViews.of(grants, story.people.auditor)).isEqualTo(views);

        var seed = Long.getLong("itf.seed", System.nanoTime());
        System.out.println("events sent again in the order of -Ditf.seed=" + seed);
        var shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, new Random(seed));
        topics.sendAgain(shuffled);
        topics.awaitAllConsumed();
        assertThat(GrantViews.of(grants, story.people.auditor))
                .as("seed " + seed)
                .isEqualTo(views);

        assertThat(topics.count()).as("records, none of them new").isEqualTo(3L * records.size());
        assertThat(Books.centsPaidByBankLedger(stack.state())).isEqualTo(paidByBank);
        for (var service : Service.values()) {
            for (var grant : grants) {
                assertThat(of(grant.id(), story.operators.parkedEvents(service)))
                        .isEmpty();
                assertThat(of(grant.id(), story.operators.eventsInGap(service))).isEmpty();
            }
        }
    }

    @Test
    void unreadableAndIncompleteEventsHoldOnlyTheirGrants() throws IOException {
        var broken = UUID.randomUUID().toString();
        var incomplete = UUID.randomUUID().toString();
        for (var grant : List.of(broken, incomplete)) {
            var body = "{\"grant\": \"" + grant + "\"" + (grant.equals(broken) ? ", \"actor\": " : "}");
            topics.sendAsApplications(UUID.fromString(grant), 1, SUBMITTED, body);
            topics.sendAsApplications(UUID.fromString(grant), 2, WITHDRAWN, withdrawal(UUID.fromString(grant)));
        }
        topics.awaitAllConsumed();

        var record = story.operators.setAsideRecords(ASSESSMENT).stream()
                .filter(each -> each.path("key").asText().equals(broken))
                .findFirst()
                .orElseThrow();
        assertThat(record.path("topic").asText()).isEqualTo("itf.applications");
        assertThat(record.path("reason").asText()).contains("not readable as " + SUBMITTED);
        story.operators.replaySetAside(ASSESSMENT, record).refused(409, "still-no-event");

        var parked = awaitParked(incomplete);
        assertThat(parked.path("sequence").asLong()).isEqualTo(1);
        assertThat(parked.path("eventType").asText()).isEqualTo(SUBMITTED);
        assertThat(parked.path("reason").asText()).isNotBlank();
        story.operators.replay(ASSESSMENT, APPLICATIONS, incomplete).refused(409, "still-not-applicable");
        assertThat(story.operators.parkedEvents(ASSESSMENT)).containsExactly(parked);

        var result = Journeys.all().get(1).run(platform, System.out::println);
        assertThat(result.failure())
                .as("failure of a journey with another grant")
                .isEmpty();
        for (var grant : List.of(broken, incomplete)) {
            assertThat(of(grant, story.operators.eventsInGap(ASSESSMENT)))
                    .singleElement()
                    .satisfies(
                            next -> assertThat(next.path("sequence").asLong()).isEqualTo(2));
            history(grant).refused(404, "not-found");
        }
        assertThat(itf("parked", "replay"))
                .contains("not replayed " + SUBMITTED)
                .contains("are still parked");
        assertThat(itf("parked", "drop", incomplete, "--service", "assessment", "--reason", "A test has sent it."))
                .contains("assessment", "dropped " + SUBMITTED + " of grant " + incomplete);
        assertThat(story.operators.parkedEvents(ASSESSMENT)).isEmpty();
    }

    /** Runs the script of the project on the running stack, and returns what it prints. */
    private static String itf(String... arguments) throws IOException {
        var command =
                new ArrayList<>(List.of(PackagedServices.PROJECT.resolve("itf").toString()));
        command.addAll(List.of(arguments));
        var script = new ProcessBuilder(command).redirectErrorStream(true);
        script.environment().putAll(PackagedServices.environment());
        return new String(script.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void survivesDeathOfReplicaAndOfBroker() throws InterruptedException {
        try (var replicas = new Replicas(stack)) {
            var second = replicas.second(ASSESSMENT);
            replicas.restart(Build.OLD, List.of(second));
            var load = Load.start(platform);
            topics.awaitMembers(ASSESSMENT, 2);
            second.kill();
            assertThat(load.stop()).isPositive();
        }
        stack.stopBroker();
        Grant grant;
        try {
            grant = story.applicants.apply(story.post(12, ABOVE_CEILING));
        } finally {
            stack.startBroker();
        }
        story.vetters.confirmCompleteness(grant);
        story.applicants.withdraw(grant);
    }

    /** The bug is injected into the running process. A restarted process does not have the bug: that is the fix. */
    @Test
    void appliesParkedEventsInOrderAfterFixAndReplay() {
        var applicant = story.people.newApplicant();
        var organisation = story.applicants.registerOrganisation(applicant);
        var grant = story.applicants.draft(applicant, organisation, story.post(12, ABOVE_CEILING));
        FaultInjection.inject(stack.service(ASSESSMENT), stack.state().root(), "bug", """
                RULE opening the review case of one grant fails
                CLASS OpenReviewCase
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
                .until(() ->
                        of(grant.id(), story.operators.eventsInGap(ASSESSMENT)).size() == 1);
        story.vetters.confirmCompleteness(story.applicants.apply(story.post(12, ABOVE_CEILING)));
        story.operators.replay(ASSESSMENT, APPLICATIONS, grant.id()).refused(409, "still-not-applicable");

        deployFix();
        assertThat(of(grant.id(), story.operators.parkedEvents(ASSESSMENT))).containsExactly(parked);
        story.operators.replay(ASSESSMENT, APPLICATIONS, grant.id()).expect(204);
        assertThat(of(grant.id(), story.operators.parkedEvents(ASSESSMENT))).isEmpty();
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        of(grant.id(), story.operators.eventsInGap(ASSESSMENT)).isEmpty());
        assertThat(history(grant.id()).expect(200).body())
                .as("transitions of the case")
                .extracting(row -> row.path("transition").asText())
                .containsExactly("OPEN", "DROP", "WITHDRAW");
        topics.awaitAllConsumed();
        assertThat(grant.read().text("status")).isEqualTo("WITHDRAWN");
    }

    private static void deployFix() {
        stack.service(ASSESSMENT).restart(PackagedServices.WITHOUT_VERIFICATION);
        stack.service(ASSESSMENT).awaitReady(Duration.ofMinutes(2));
    }

    private static String withdrawal(UUID grant) {
        return EventCodec.encode(new ApplicationWithdrawn(
                GrantId.of(grant), PersonId.of(UUID.randomUUID()), "The candidate left.", Instant.EPOCH));
    }

    private JsonNode awaitParked(String grant) {
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        !of(grant, story.operators.parkedEvents(ASSESSMENT)).isEmpty());
        return of(grant, story.operators.parkedEvents(ASSESSMENT)).getFirst();
    }

    private static List<JsonNode> of(String grant, List<JsonNode> events) {
        return events.stream().filter(each -> id(each).equals(grant)).toList();
    }

    private static String id(JsonNode event) {
        return event.path("id").asText();
    }

    private Reply history(String grant) {
        return story.people.auditor.get(ASSESSMENT, "/grants/" + grant + "/timeline");
    }
}
