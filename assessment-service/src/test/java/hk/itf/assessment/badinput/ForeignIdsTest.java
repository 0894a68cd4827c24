package hk.itf.assessment.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.assessment.Vetter;
import hk.itf.infra.testkit.DatabaseDigest;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.http.RawReply;
import hk.itf.infra.testkit.http.RawRequest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A person cannot tell the tasks, cases and meetings of others from those that do not exist. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "assessment"))
class ForeignIdsTest {

    private static final List<String> MALFORMED = List.of("garbage", "%00");

    private final Vetter outsider = Vetter.with("assessor", "decision-authority");
    private final Vetter otherMember = Vetter.with("panel-member", "panel-chair");
    private final Vetter overseer = Vetter.with("secretariat", "auditor");

    /** The paths that an assessor or an authority may call, by the id of a task. */
    private Stream<Function<String, RawRequest>> ofTasks() {
        var acts = Stream.of(
                        Operation.HAND_BACK,
                        Operation.RECUSE,
                        Operation.CLARIFY,
                        Operation.COMPLETE,
                        Operation.CONFIRM,
                        Operation.SCORE,
                        Operation.DECIDE,
                        Operation.VET)
                .<Function<String, RawRequest>>map(operation -> task -> Fixture.requestOn(task, operation, outsider));
        return Stream.concat(
                acts,
                Stream.of(
                        task -> Fixture.bare("GET", "/tasks/" + task, outsider.token()),
                        task -> Fixture.bare("POST", "/tasks/" + task + "/heartbeat", outsider.token())
                                .with("Idempotency-Key", "one-sign-of-life")));
    }

    /** The paths that a member may call, by the id of a meeting. */
    private Stream<Function<String, RawRequest>> ofMeetings() {
        return Stream.of(
                meeting -> Fixture.bare("GET", "/panel-meetings/" + meeting, otherMember.token()),
                meeting -> Fixture.requestOn(meeting, Operation.ATTEND, otherMember),
                meeting -> withoutBody("/panel-meetings/" + meeting + "/opening"),
                meeting -> withoutBody("/panel-meetings/" + meeting + "/closing"));
    }

    /** The paths that a member may call, by the id of an agenda item. */
    private Stream<Function<String, RawRequest>> ofItems() {
        var acts = Stream.of(Operation.INTEREST, Operation.VOTE, Operation.ADVISE, Operation.ADJOURN)
                .<Function<String, RawRequest>>map(
                        operation -> item -> Fixture.requestOn(item, operation, otherMember));
        return Stream.concat(
                acts,
                Stream.of(
                        item -> Fixture.bare("GET", "/agenda-items/" + item, otherMember.token()),
                        item -> withoutBody("/agenda-items/" + item + "/independence"),
                        item -> withoutBody("/agenda-items/" + item + "/call")));
    }

    private RawRequest withoutBody(String path) {
        return Fixture.bare("POST", path, otherMember.token())
                .with("Idempotency-Key", UUID.randomUUID().toString());
    }

    private Stream<Function<String, RawRequest>> ofOverseer() {
        return Stream.of(
                task -> Fixture.bare("GET", "/tasks/" + task, overseer.token()),
                task -> Fixture.requestOn(task, Operation.REASSIGN, overseer),
                meeting -> Fixture.bare("GET", "/panel-meetings/" + meeting, overseer.token()),
                meeting -> Fixture.requestOn(meeting, Operation.CANCEL, overseer),
                meeting -> Fixture.requestOn(meeting, Operation.ATTEND, overseer),
                item -> Fixture.bare("GET", "/agenda-items/" + item, overseer.token()),
                item -> Fixture.requestOn(item, Operation.TAKE_OFF, overseer),
                item -> Fixture.requestOn(item, Operation.ADJOURN, overseer),
                reviewCase -> Fixture.bare("GET", "/cases/" + reviewCase, overseer.token()),
                reviewCase -> Fixture.bare(
                                "POST", "/overdue-clarifications/" + reviewCase + "/reminders", overseer.token())
                        .with("Idempotency-Key", UUID.randomUUID().toString()),
                reviewCase -> Fixture.bare("GET", "/cases/" + reviewCase + "/score-sheets", overseer.token()),
                grant -> Fixture.bare("GET", "/grants/" + grant + "/timeline", overseer.token()));
    }

    private RawRequest scores(String reviewCase) {
        return Fixture.bare("GET", "/cases/" + reviewCase + "/score-sheets", outsider.token());
    }

    @Test
    void answersForeignTaskLikeAbsentTask() {
        var fixture = Fixture.shared();
        var before = DatabaseDigest.settled();
        ofTasks().forEach(path -> {
            verifyHidden(path, fixture.task(Operation.COMPLETE));
            verifyHidden(path, fixture.task(Operation.DECIDE));
        });
        assertThat(DatabaseDigest.now().changedSince(before)).isEmpty();
    }

    @Test
    void answersForeignMeetingLikeAbsentMeeting() {
        var fixture = Fixture.shared();
        var before = DatabaseDigest.settled();
        ofMeetings().forEach(path -> verifyHidden(path, fixture.task(Operation.CANCEL)));
        ofItems().forEach(path -> verifyHidden(path, fixture.task(Operation.VOTE)));
        assertThat(DatabaseDigest.now().changedSince(before)).isEmpty();
    }

    @Test
    void answersScoresOfForeignCaseLikeAbsentCase() {
        verifyHidden(this::scores, Fixture.shared().reviewCase());
    }

    @Test
    void answersAbsentIdToOverseerAsMissing() {
        var before = DatabaseDigest.settled();
        ofOverseer().forEach(path -> verifyNotFound(send(path.apply(Fixture.ABSENT))));
        assertThat(DatabaseDigest.now().changedSince(before)).isEmpty();
    }

    @Test
    void answersMalformedIdAsMissing() {
        var before = DatabaseDigest.settled();
        Stream.of(
                        ofTasks(),
                        ofMeetings(),
                        ofItems(),
                        ofOverseer(),
                        Stream.<Function<String, RawRequest>>of(this::scores))
                .flatMap(each -> each)
                .forEach(path -> MALFORMED.forEach(id -> verifyNotFound(send(path.apply(id)))));
        assertThat(DatabaseDigest.now().changedSince(before)).isEmpty();
    }

    private static void verifyHidden(Function<String, RawRequest> path, String id) {
        var foreign = send(path.apply(id));
        var absent = send(path.apply(Fixture.ABSENT));
        verifyNotFound(foreign);
        verifyNotFound(absent);
        assertThat(withoutInstance(foreign)).isEqualTo(withoutInstance(absent));
        assertThat(foreign.headers().keySet()).isEqualTo(absent.headers().keySet());
    }

    private static void verifyNotFound(RawReply reply) {
        assertThat(reply.status()).as("%s", reply).isEqualTo(404);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.body()).contains("\"urn:itf:problem:not-found\"");
    }

    private static RawReply send(RawRequest request) {
        return request.send();
    }

    private static String withoutInstance(RawReply reply) {
        return reply.body().replaceAll("\"instance\":\"[^\"]*\"", "");
    }
}
