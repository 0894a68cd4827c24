package hk.itf.assessment.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.assessment.Vetter;
import hk.itf.infra.testkit.DatabaseDigest;
import hk.itf.infra.testkit.RawReply;
import hk.itf.infra.testkit.RawRequest;
import hk.itf.infra.testkit.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tasks, cases and grants that are not there, or of which the person need not know. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "assessment"))
class ForeignIdsTest {

    private static final List<String> MALFORMED = List.of("garbage", "1-1-1-1-1", Scene.ABSENT + "0", "%00", "null");

    private final Vetter outsider = Vetter.with("assessor", "decision-authority");
    private final Vetter otherMember = Vetter.with("panel-member", "panel-chair");
    private final Vetter overseer = Vetter.with("secretariat", "auditor");

    /** Every path that an assessor or an authority may call, with the id left open. */
    private Stream<Function<String, RawRequest>> ofTasks() {
        var acts = Stream.of(
                        Act.HAND_BACK,
                        Act.RECUSE,
                        Act.CLARIFY,
                        Act.COMPLETE,
                        Act.CONFIRM,
                        Act.SCORE,
                        Act.DECIDE,
                        Act.VET)
                .<Function<String, RawRequest>>map(act -> task -> Scene.doesOn(task, act, outsider));
        return Stream.concat(
                acts,
                Stream.of(
                        task -> Scene.bare("GET", "/tasks/" + task, outsider.token()),
                        task -> Scene.bare("POST", "/tasks/" + task + "/heartbeat", outsider.token())
                                .with("Idempotency-Key", "one-sign-of-life")));
    }

    /** Every path of a meeting that a member may call. */
    private Stream<Function<String, RawRequest>> ofMeetings() {
        return Stream.of(
                meeting -> Scene.bare("GET", "/panel-meetings/" + meeting, otherMember.token()),
                meeting -> Scene.doesOn(meeting, Act.ATTEND, otherMember),
                meeting -> withoutABody("/panel-meetings/" + meeting + "/opening"),
                meeting -> withoutABody("/panel-meetings/" + meeting + "/closing"));
    }

    /** Every path of an item that a member may call. */
    private Stream<Function<String, RawRequest>> ofItems() {
        var acts = Stream.of(Act.INTEREST, Act.VOTE, Act.ADVISE, Act.ADJOURN)
                .<Function<String, RawRequest>>map(act -> item -> Scene.doesOn(item, act, otherMember));
        return Stream.concat(
                acts,
                Stream.of(
                        item -> Scene.bare("GET", "/agenda-items/" + item, otherMember.token()),
                        item -> withoutABody("/agenda-items/" + item + "/independence"),
                        item -> withoutABody("/agenda-items/" + item + "/call")));
    }

    private RawRequest withoutABody(String path) {
        return Scene.bare("POST", path, otherMember.token())
                .with("Idempotency-Key", UUID.randomUUID().toString());
    }

    private Stream<Function<String, RawRequest>> ofWhoOversees() {
        return Stream.of(
                task -> Scene.bare("GET", "/tasks/" + task, overseer.token()),
                task -> Scene.doesOn(task, Act.REASSIGN, overseer),
                meeting -> Scene.bare("GET", "/panel-meetings/" + meeting, overseer.token()),
                meeting -> Scene.doesOn(meeting, Act.CANCEL, overseer),
                meeting -> Scene.doesOn(meeting, Act.ATTEND, overseer),
                item -> Scene.bare("GET", "/agenda-items/" + item, overseer.token()),
                item -> Scene.doesOn(item, Act.TAKE_OFF, overseer),
                item -> Scene.doesOn(item, Act.ADJOURN, overseer),
                reviewCase -> Scene.bare("GET", "/cases/" + reviewCase, overseer.token()),
                reviewCase -> Scene.bare(
                                "POST", "/overdue-clarifications/" + reviewCase + "/reminders", overseer.token())
                        .with("Idempotency-Key", UUID.randomUUID().toString()),
                reviewCase -> Scene.bare("GET", "/cases/" + reviewCase + "/score-sheets", overseer.token()),
                grant -> Scene.bare("GET", "/grants/" + grant + "/timeline", overseer.token()));
    }

    private RawRequest scores(String reviewCase) {
        return Scene.bare("GET", "/cases/" + reviewCase + "/score-sheets", outsider.token());
    }

    @Test
    void aForeignTaskIsAnsweredLikeOneThatIsNotThere() {
        var scene = Scene.set();
        var before = DatabaseDigest.settled();
        ofTasks().forEach(path -> {
            isHidden(path, scene.task(Act.COMPLETE));
            isHidden(path, scene.task(Act.DECIDE));
        });
        assertThat(DatabaseDigest.now().changedSince(before)).isEmpty();
    }

    @Test
    void whatAPanelOfOthersDoesIsAnsweredLikeWhatIsNotThere() {
        var scene = Scene.set();
        var before = DatabaseDigest.settled();
        ofMeetings().forEach(path -> isHidden(path, scene.task(Act.CANCEL)));
        ofItems().forEach(path -> isHidden(path, scene.task(Act.VOTE)));
        assertThat(DatabaseDigest.now().changedSince(before)).isEmpty();
    }

    @Test
    void theScoresOfAForeignCaseAreAnsweredLikeThoseOfNone() {
        isHidden(this::scores, Scene.set().reviewCase());
    }

    @Test
    void whatIsNotThereIsNotFoundByThoseWhoMaySeeEverything() {
        var before = DatabaseDigest.settled();
        ofWhoOversees().forEach(path -> isNotFound(send(path.apply(Scene.ABSENT))));
        assertThat(DatabaseDigest.now().changedSince(before)).isEmpty();
    }

    @Test
    void malformedIdsAreNotFoundAnywhere() {
        var before = DatabaseDigest.settled();
        Stream.of(
                        ofTasks(),
                        ofMeetings(),
                        ofItems(),
                        ofWhoOversees(),
                        Stream.<Function<String, RawRequest>>of(this::scores))
                .flatMap(each -> each)
                .forEach(path -> MALFORMED.forEach(id -> isNotFound(send(path.apply(id)))));
        assertThat(DatabaseDigest.now().changedSince(before)).isEmpty();
    }

    private static void isHidden(Function<String, RawRequest> path, String id) {
        var foreign = send(path.apply(id));
        var absent = send(path.apply(Scene.ABSENT));
        isNotFound(foreign);
        isNotFound(absent);
        assertThat(withoutInstance(foreign)).isEqualTo(withoutInstance(absent));
        assertThat(foreign.headers().keySet()).isEqualTo(absent.headers().keySet());
    }

    private static void isNotFound(RawReply reply) {
        assertThat(reply.status()).as("%s", reply).isEqualTo(404);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.body()).contains("\"urn:itf:problem:not-found\"");
    }

    private static RawReply send(RawRequest request) {
        return request.send(RestAssured.port);
    }

    private static String withoutInstance(RawReply reply) {
        return reply.body().replaceAll("\"instance\":\"[^\"]*\"", "");
    }
}
