package hk.itf.assessment.badinput;

import static org.awaitility.Awaitility.await;

import hk.itf.assessment.Applications;
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

/** A task of every stage, each in somebody's hands; requests of those who hold them, to be spoiled. */
final class Scene {

    static final String ABSENT = "019aa8c6-95a4-7c3e-8f8d-2f1b7e0c4d11";

    /** @param token of whoever holds the task */
    private record Desk(String token, String task, String reviewCase) {}

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
        try (var applications = new Applications()) {
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
            return new Scene(desks, secretary.token(), grant);
        }
    }

    private static void toReview(Applications applications, TestScheme scheme, Vetter secretary) {
        applications.submits(scheme);
        secretary.confirmsCompleteness();
        secretary.confirmsEligibility();
    }

    private static Response takesClaim(Vetter vetter) {
        return await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
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
                Applications.SUBMITTER,
                scheme.ref(),
                Parties.of(OrganisationId.next()),
                Applications.claim(1, TrancheId.next()),
                Applications.NOW);
    }

    /** The task that an act is meant for; any other act goes to the one of the first stage. */
    private Desk desk(Act act) {
        return Objects.requireNonNull(desks.getOrDefault(act, desks.get(Act.COMPLETE)));
    }

    String task(Act act) {
        return desk(act).task();
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
        return post(desk(act).token(), path(act, desk(act).task()));
    }

    /** The act on another task, by somebody else. */
    static RawRequest doesOn(String task, Act act, Vetter who) {
        return post(who.token(), path(act, task)).body(act.good());
    }

    static String path(Act act, String task) {
        return switch (act) {
            case DECLARE -> "/conflicts-of-interest";
            case NEXT -> "/queue/next";
            case HAND_BACK, RECUSE, REASSIGN, CLARIFY, COMPLETE, CONFIRM, SCORE, DECIDE, VET ->
                "/tasks/" + task + "/" + act.segment();
        };
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
