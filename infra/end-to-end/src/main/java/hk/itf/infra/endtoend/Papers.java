package hk.itf.infra.endtoend;

import static hk.itf.infra.endtoend.story.Post.ABOVE_CEILING;
import static hk.itf.infra.local.Service.APPLICATIONS;

import hk.itf.infra.endtoend.story.Story;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who may read what an applicant attaches, and how long. */
final class Papers {

    private static final byte[] DEGREE = "%PDF-1.7 a degree".getBytes(StandardCharsets.US_ASCII);

    private Papers() {}

    static List<Journey> journeys() {
        return List.of(new Journey("Papers are served during a lease, and to nobody else", Papers::papers));
    }

    private static void papers(Story story) {
        var ada = story.cast.applicant();
        var carol = story.cast.secretary;
        var dora = story.cast.claimsOfficer;
        var grant =
                story.applicants.draft(ada, story.applicants.registerOrganisation(ada), story.post(3, ABOVE_CEILING));
        var papers = grant.path() + "/papers";
        var paper = papers + "/"
                + ada.upload(APPLICATIONS, papers + "?document=degree-certificate&name=degree.pdf", DEGREE)
                        .expect(201)
                        .text("id");
        story.tells(ada, "attaches the degree certificate", "PDF");
        story.applicants.submit(grant).expect(201);
        carol.get(APPLICATIONS, paper + "?task=" + UUID.randomUUID()).refused(409, "not-yet-visible");
        story.tells(carol, "asks for it without a task", "refused: not-yet-visible");
        var task = story.vetters.take(carol, "COMPLETENESS", grant);
        carol.await(APPLICATIONS, paper + "?task=" + task, "the paper", reply -> reply.status() == 200);
        story.tells(carol, "reads it while holding the task", "served, and audited");
        dora.get(APPLICATIONS, paper + "?task=" + task).refused(404, "not-found");
        story.tells(dora, "asks with somebody else's task", "refused: not-found");
        story.vetters.act(carol, task, "completeness", Map.of("complete", true)).expect(200);
        carol.awaitRefusal(APPLICATIONS, papers + "?task=" + task, 403).refused(403, "lease-over");
        story.tells(carol, "asks again when the task is done", "refused: lease-over");
        story.applicants.withdraw(grant);
    }
}
