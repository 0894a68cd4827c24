package hk.itf.assessment.badinput;

import static org.awaitility.Awaitility.await;

import hk.itf.assessment.Committee;
import hk.itf.assessment.SimulatedApplications;
import hk.itf.assessment.TestScheme;
import hk.itf.assessment.Vetter;
import hk.itf.infra.testkit.DatabaseDigest;
import hk.itf.infra.testkit.http.RawRequest;
import hk.itf.model.event.ApplicationEvent.ClaimSubmitted;
import hk.itf.model.event.Parties;
import hk.itf.model.id.ClaimId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.TrancheId;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A task of every stage, each held by a person, and a panel with a called agenda item. Makes requests of those people. */
final class Fixture {

    static final String ABSENT = "019aa8c6-95a4-7c3e-8f8d-2f1b7e0c4d11";

    /** The object of an operation, with the token of a person who may perform the operation. */
    private record Target(String token, String id, String reviewCase) {}

    private static @Nullable Fixture shared;

    private final Map<Operation, Target> targets;
    private final String secretary;
    private final GrantId grant;

    private Fixture(Map<Operation, Target> targets, String secretary, GrantId grant) {
        this.targets = targets;
        this.secretary = secretary;
        this.grant = grant;
    }

    /** The fixture that the tests of this package share. They do not change it. */
    static synchronized Fixture shared() {
        var existing = shared;
        if (existing == null) {
            existing = create();
            shared = existing;
            DatabaseDigest.settled();
        }
        return existing;
    }

    private static Fixture create() {
        var scheme = TestScheme.unpublished();
        var secretary = Vetter.secretariat(scheme);
        var assessor = Vetter.assessor(scheme);
        var manager = Vetter.authority(scheme, "senior-manager");
        var targets = new EnumMap<Operation, Target>(Operation.class);
        try (var applications = new SimulatedApplications()) {
            applications.publishes(scheme);
            toReview(applications, scheme, secretary);
            Vetter.assessor(scheme).scores(8);
            Vetter.assessor(scheme).scores(8);
            targets.put(Operation.DECIDE, target(manager, manager.takesTask()));
            toReview(applications, scheme, secretary);
            targets.put(Operation.SCORE, target(assessor, assessor.takesTask()));
            applications.submits(scheme);
            secretary.confirmsCompleteness();
            targets.put(Operation.CONFIRM, target(secretary, secretary.takesTask()));
            var grant = applications.submits(scheme);
            targets.put(Operation.COMPLETE, target(secretary, secretary.takesTask()));
            applications.sends(claim(scheme, grant));
            targets.put(Operation.VET, target(secretary, takesClaim(secretary)));
            meets(applications, targets);
            return new Fixture(targets, secretary.token(), grant);
        }
    }

    /** Adds a future meeting, and a meeting whose chair has called an agenda item. */
    private static void meets(SimulatedApplications applications, Map<Operation, Target> targets) {
        var panel = Committee.of(applications.publishes(TestScheme.withPanel(2)), 1);
        applications.submits(panel.scheme());
        panel.secretary().confirmsCompleteness();
        String reviewCase = panel.secretary().takesTask().path("reviewCase");
        var task = panel.secretary().asks().get("/tasks").<String>path("[0].id");
        panel.secretary()
                .does(task, "eligibility", Map.of("eligible", true))
                .then()
                .statusCode(200);
        var toCome = panel.schedulesMeeting();
        var meeting = panel.schedulesMeeting();
        var item = panel.listsItem(reviewCase, meeting);
        panel.opensMeeting(meeting);
        panel.callsItem(item);
        var secretary = panel.secretary().token();
        Stream.of(Operation.SCHEDULE, Operation.CANCEL, Operation.ATTEND, Operation.LIST)
                .forEach(operation -> targets.put(operation, new Target(secretary, toCome, reviewCase)));
        targets.put(Operation.TAKE_OFF, new Target(secretary, item, reviewCase));
        Stream.of(Operation.INTEREST, Operation.VOTE)
                .forEach(operation ->
                        targets.put(operation, new Target(panel.member(0).token(), item, reviewCase)));
        Stream.of(Operation.ADVISE, Operation.ADJOURN)
                .forEach(operation ->
                        targets.put(operation, new Target(panel.chair().token(), item, reviewCase)));
    }

    private static void toReview(SimulatedApplications applications, TestScheme scheme, Vetter secretary) {
        applications.submits(scheme);
        secretary.confirmsCompleteness();
        secretary.confirmsEligibility();
    }

    private static Response takesClaim(Vetter vetter) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> vetter.posts("/queue/next", Map.of("stages", List.of("CLAIM_VETTING"))),
                        next -> next.statusCode() == 200);
    }

    private static Target target(Vetter holder, Response task) {
        return new Target(holder.token(), task.path("id"), task.path("reviewCase"));
    }

    private static ClaimSubmitted claim(TestScheme scheme, GrantId grant) {
        return new ClaimSubmitted(
                grant,
                ClaimId.next(),
                SimulatedApplications.SUBMITTER,
                scheme.ref(),
                Parties.of(OrganisationId.next()),
                SimulatedApplications.claim(1, TrancheId.next()),
                SimulatedApplications.NOW);
    }

    /** Operations on tasks without a target of their own act on the task of the first stage. */
    private Target target(Operation operation) {
        return Objects.requireNonNull(targets.getOrDefault(operation, targets.get(Operation.COMPLETE)));
    }

    /** The id of the task, meeting or item that the operation acts on. */
    String task(Operation operation) {
        return target(operation).id();
    }

    String reviewCase() {
        return target(Operation.COMPLETE).reviewCase();
    }

    String grant() {
        return grant.toString();
    }

    /** The operation with a body, by a person who may. */
    RawRequest request(Operation operation, String body) {
        return request(operation).body(body);
    }

    /** The operation without a body. */
    RawRequest request(Operation operation) {
        return post(target(operation).token(), operation.path(target(operation).id()));
    }

    /** The operation on another id, by another person. */
    static RawRequest requestOn(String task, Operation operation, Vetter who) {
        return post(who.token(), operation.path(task)).body(operation.good());
    }

    /** A request with the secretary's token only. */
    RawRequest bare(String method, String path) {
        return bare(method, path, secretary);
    }

    RawRequest get(String path) {
        return bare("GET", path);
    }

    static RawRequest bare(String method, String path, String token) {
        return RawRequest.of(method, path).with("Authorization", "Bearer " + token);
    }

    /** A request with a new key and the media type of JSON; the caller adds the body. */
    private static RawRequest post(String token, String path) {
        return bare("POST", path, token)
                .with("Content-Type", "application/json")
                .with("Idempotency-Key", UUID.randomUUID().toString());
    }
}
