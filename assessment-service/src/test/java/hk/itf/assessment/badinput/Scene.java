package hk.itf.assessment.badinput;

import static org.awaitility.Awaitility.await;

import hk.itf.assessment.Committee;
import hk.itf.assessment.SimulatedApplications;
import hk.itf.assessment.TestScheme;
import hk.itf.assessment.Vetter;
import hk.itf.infra.testkit.RawRequest;
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

/**
 * A task of every stage, each in somebody's hands, and an item that is before a panel; requests of those who hold them, to
 * be spoiled.
 */
final class Scene {

    static final String ABSENT = "019aa8c6-95a4-7c3e-8f8d-2f1b7e0c4d11";

    /** @param token of whoever holds the task */
    private record Desk(String token, String id, String reviewCase) {}

    private final Map<Act, Desk> desks;
    private final String secretary;
    private final GrantId grant;

    private Scene(Map<Act, Desk> desks, String secretary, GrantId grant) {
        this.desks = desks;
        this.secretary = secretary;
        this.grant = grant;
    }

    static Scene set() {
        var scheme = TestScheme.unpublished();
        var secretary = Vetter.secretariat(scheme);
        var assessor = Vetter.assessor(scheme);
        var manager = Vetter.authority(scheme, "senior-manager");
        var desks = new EnumMap<Act, Desk>(Act.class);
        try (var applications = new SimulatedApplications()) {
            applications.publishes(scheme);
            toReview(applications, scheme, secretary);
            Vetter.assessor(scheme).scores(8);
            Vetter.assessor(scheme).scores(8);
            desks.put(Act.DECIDE, desk(manager, manager.takesTask()));
            toReview(applications, scheme, secretary);
            desks.put(Act.SCORE, desk(assessor, assessor.takesTask()));
            applications.submits(scheme);
            secretary.confirmsCompleteness();
            desks.put(Act.CONFIRM, desk(secretary, secretary.takesTask()));
            var grant = applications.submits(scheme);
            desks.put(Act.COMPLETE, desk(secretary, secretary.takesTask()));
            applications.sends(claim(scheme, grant));
            desks.put(Act.VET, desk(secretary, takesClaim(secretary)));
            meets(applications, desks);
            return new Scene(desks, secretary.token(), grant);
        }
    }

    /** A meeting still to come, and one at which the chair has called an item. */
    private static void meets(SimulatedApplications applications, Map<Act, Desk> desks) {
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
        Stream.of(Act.SCHEDULE, Act.CANCEL, Act.ATTEND, Act.LIST)
                .forEach(act -> desks.put(act, new Desk(secretary, toCome, reviewCase)));
        desks.put(Act.TAKE_OFF, new Desk(secretary, item, reviewCase));
        Stream.of(Act.INTEREST, Act.VOTE)
                .forEach(act -> desks.put(act, new Desk(panel.member(0).token(), item, reviewCase)));
        Stream.of(Act.ADVISE, Act.ADJOURN)
                .forEach(act -> desks.put(act, new Desk(panel.chair().token(), item, reviewCase)));
    }

    private static void toReview(SimulatedApplications applications, TestScheme scheme, Vetter secretary) {
        applications.submits(scheme);
        secretary.confirmsCompleteness();
        secretary.confirmsEligibility();
    }

    private static Response takesClaim(Vetter vetter) {
        return await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> vetter.posts("/queue/next", Map.of("stages", List.of("CLAIM_VETTING"))),
                        next -> next.statusCode() == 200);
    }

    private static Desk desk(Vetter holder, Response task) {
        return new Desk(holder.token(), task.path("id"), task.path("reviewCase"));
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

    /** What an act is meant for; any act of the queue that is not listed goes to the task of the first stage. */
    private Desk desk(Act act) {
        return Objects.requireNonNull(desks.getOrDefault(act, desks.get(Act.COMPLETE)));
    }

    /** The id of what an act is meant for. */
    String task(Act act) {
        return desk(act).id();
    }

    String reviewCase() {
        return desk(Act.COMPLETE).reviewCase();
    }

    String grant() {
        return grant.toString();
    }

    /** The act, by whoever holds the task. */
    RawRequest does(Act act, String body) {
        return does(act).body(body);
    }

    /** The same without a body. */
    RawRequest does(Act act) {
        return post(desk(act).token(), act.path(desk(act).id()));
    }

    /** The act on another task, by somebody else. */
    static RawRequest doesOn(String task, Act act, Vetter who) {
        return post(who.token(), act.path(task)).body(act.good());
    }

    /** With the secretary's token, but nothing else. */
    RawRequest bare(String method, String path) {
        return bare(method, path, secretary);
    }

    RawRequest get(String path) {
        return bare("GET", path);
    }

    static RawRequest bare(String method, String path, String token) {
        return RawRequest.of(method, path).with("Authorization", "Bearer " + token);
    }

    /** With a new key and a media type; a body is still to come. */
    private static RawRequest post(String token, String path) {
        return bare("POST", path, token)
                .with("Content-Type", "application/json")
                .with("Idempotency-Key", UUID.randomUUID().toString());
    }
}
