package hk.itf.infra.endtoend;

import static hk.itf.infra.endtoend.story.Post.ABOVE_CEILING;
import static hk.itf.infra.local.Service.APPLICATIONS;

import hk.itf.infra.endtoend.story.Story;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A journey about access to papers. */
final class Papers {

    private static final byte[] DEGREE = "%PDF-1.7 a degree".getBytes(StandardCharsets.US_ASCII);

    private Papers() {}

    static List<Journey> journeys() {
        return List.of(new Journey(
                "Papers are served to the task holder during the lease, and to nobody else", Papers::papers));
    }

    private static void papers(Story story) {
        var ada = story.people.newApplicant();
        var carol = story.people.secretary;
        var dora = story.people.claimsOfficer;
        var grant =
                story.applicants.draft(ada, story.applicants.registerOrganisation(ada), story.post(3, ABOVE_CEILING));
        var papers = grant.path() + "/papers";
        var paper = papers + "/"
                + ada.upload(APPLICATIONS, papers + "?document=degree-certificate&name=degree.pdf", DEGREE)
                        .expect(201)
                        .text("id");
        story.step(ada, "attaches the degree certificate", "PDF");
        story.applicants.submit(grant).expect(201);
        carol.get(APPLICATIONS, paper + "?task=" + UUID.randomUUID()).refused(409, "not-yet-visible");
        story.step(carol, "asks for the paper without a task", "refused: not-yet-visible");
        var task = story.vetters.take(carol, "COMPLETENESS", grant);
        carol.await(APPLICATIONS, paper + "?task=" + task, "the paper", reply -> reply.status() == 200);
        story.step(carol, "reads the paper while holding the task", "served, and the reading recorded");
        dora.get(APPLICATIONS, paper + "?task=" + task).refused(404, "not-found");
        story.step(dora, "asks with the task of another person", "refused: not-found");
        story.vetters.act(carol, task, "completeness", Map.of("complete", true)).expect(200);
        carol.awaitRefusal(APPLICATIONS, papers + "?task=" + task, 403).refused(403, "lease-over");
        story.step(carol, "asks again after finishing the task", "refused: lease-over");
        story.applicants.withdraw(grant);
    }
}
