package hk.itf.applications.badinput;

import static hk.itf.applications.badinput.Bodies.claim;
import static hk.itf.applications.badinput.Bodies.hkd;
import static hk.itf.applications.badinput.Bodies.pdf;
import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.applications.Applicant;
import hk.itf.infra.testkit.DatabaseDigest;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.http.RawReply;
import hk.itf.infra.testkit.http.RawRequest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** An applicant cannot tell the ids of other applicants from ids that do not exist. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class ForeignIdsTest {

    private static final List<Function<Fixture, RawRequest>> EVERY_PATH = List.of(
            on -> on.get("/organisations/" + on.organisation()),
            on -> on.post("/organisations/" + on.organisation() + "/members")
                    .body("{\"person\":\"" + Fixture.ABSENT + "\",\"role\":\"EDITOR\"}"),
            on -> on.get("/applications/" + on.draft()),
            on -> on.put("/applications/" + on.draft() + "/answers").body("{\"answers\":{}}"),
            on -> act(on, "/applications/" + on.draft() + "/submission"),
            on -> on.get("/applications/" + on.grant() + "/receipt"),
            on -> act(on, "/applications/" + on.draft() + "/withdrawal").body("{\"reason\":\"Why not.\"}"),
            on -> act(on, "/applications/" + on.grant() + "/acceptance"),
            on -> on.get("/applications/" + on.grant() + "/history"),
            on -> on.get("/applications/" + on.grant() + "/claims"),
            on -> on.post("/applications/" + on.grant() + "/claims")
                    .body(claim(on.tranche(), "1", hkd("1.00"), "\"It runs.\"")),
            on -> on.get("/applications/" + on.grant() + "/claims/" + on.claim()),
            on -> on.claimChange("1", hkd("1.00"), "\"It runs.\""),
            on -> act(on, "/applications/" + on.grant() + "/claims/" + on.claim() + "/submission"),
            on -> act(on, "/applications/" + on.grant() + "/claims/" + on.claim() + "/withdrawal"),
            on -> on.get("/applications/" + on.grant() + "/reports"),
            on -> on.get("/applications/" + on.grant() + "/amendments"),
            on -> on.post("/applications/" + on.grant() + "/amendments")
                    .body("{\"kind\":\"VARIATION\",\"answers\":{\"duties\":\"Others.\"},\"reason\":\"It changes.\"}"),
            on -> on.post("/applications/" + on.grant() + "/amendments")
                    .body("{\"kind\":\"NEXT_STAGE\",\"reason\":\"It goes on.\"}"),
            on -> on.post("/applications/" + on.grant() + "/amendments")
                    .body("{\"kind\":\"TERMINATION\",\"lastDay\":\"2026-11-30\",\"keep\":" + hkd("0.00")
                            + ",\"reason\":\"It ends.\"}"),
            on -> on.post("/applications/" + on.grant() + "/amendments")
                    .body("{\"kind\":\"EARLY_END\",\"lastDay\":\"2026-11-30\",\"reason\":\"It ends.\"}"),
            on -> on.get("/applications/" + on.grant() + "/amendments/" + on.claim()),
            on -> on.put("/applications/" + on.grant() + "/amendments/" + on.claim())
                    .body("{\"lastDay\":\"2026-11-30\",\"reason\":\"It ends.\"}"),
            on -> act(on, "/applications/" + on.grant() + "/amendments/" + on.claim() + "/submission"),
            on -> act(on, "/applications/" + on.grant() + "/amendments/" + on.claim() + "/withdrawal"),
            on -> on.upload("document=degree-certificate&name=degree.pdf", pdf()),
            on -> on.uploadToClaim("document=invoices&name=invoice.pdf", pdf()),
            on -> on.bare("DELETE", "/applications/" + on.grant() + "/claims/" + on.claim() + "/papers/" + on.paper()),
            on -> on.get("/applications/" + on.draft() + "/papers"),
            on -> on.get("/applications/" + on.draft() + "/papers/" + on.paper()));

    @Test
    void answersForeignIdLikeAbsentIdOnEveryPath() {
        var fixture = Fixture.shared();
        var eve = fixture.seenBy(Applicant.somebody());
        var before = DatabaseDigest.settled();
        for (var path : EVERY_PATH) {
            var foreign = send(path.apply(eve));
            var absent = send(path.apply(eve.absent(Fixture.ABSENT)));
            assertThat(foreign.status()).as(path.apply(eve).target()).isEqualTo(404);
            assertThat(absent.status()).isEqualTo(404);
            assertThat(withoutInstance(foreign)).isEqualTo(withoutInstance(absent));
            assertThat(foreign.headers().keySet()).isEqualTo(absent.headers().keySet());
            for (var malformed : List.of("garbage", "%00")) {
                var reply = send(path.apply(eve.absent(malformed)));
                assertThat(reply.status()).as(malformed).isEqualTo(404);
                assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
                assertThat(reply.body()).contains("urn:itf:problem:not-found");
            }
        }
        assertThat(DatabaseDigest.now().changedSince(before)).isEmpty();
    }

    @Test
    void answersForeignIdInBodyLikeAbsentId() {
        var fixture = Fixture.shared();
        var eve = fixture.seenBy(Applicant.somebody());
        var foreign = send(eve.answers("{}"));
        var absent = send(eve.absent(Fixture.ABSENT).answers("{}"));
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(withoutInstance(foreign)).isEqualTo(withoutInstance(absent));
        var noSuchTranche = send(fixture.post("/applications/" + fixture.grant() + "/claims")
                .body(claim(Fixture.ABSENT, "1", hkd("1.00"), "\"It runs.\"")));
        assertThat(noSuchTranche.status()).isEqualTo(404);
    }

    private static RawRequest act(Fixture on, String path) {
        return on.post(path).with("If-Match", "\"0\"");
    }

    private static RawReply send(RawRequest request) {
        return request.send();
    }

    private static String withoutInstance(RawReply reply) {
        return reply.body().replaceAll("\"instance\":\"[^\"]*\"", "");
    }
}
