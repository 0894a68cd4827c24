package hk.itf.infra.endtoend;

import static hk.itf.infra.endtoend.story.Post.ABOVE_CEILING;
import static hk.itf.infra.local.Service.APPLICATIONS;

import hk.itf.infra.endtoend.story.Story;
import java.util.List;
import java.util.Map;

/** What vetting may come to besides an approval at once: a question first, or one of two kinds of no. */
final class Outcomes {

    private Outcomes() {}

    static List<Journey> journeys() {
        return List.of(
                new Journey("Clarification and resubmission", Outcomes::clarification),
                new Journey("Ineligible", Outcomes::ineligible),
                new Journey("Declined below the pass mark", Outcomes::declined));
    }

    private static void clarification(Story story) {
        var carol = story.cast.secretary;
        var post = story.post(3, ABOVE_CEILING);
        var grant = story.applicants.apply(post);
        story.vetters.findComplete(grant);
        var task = story.vetters.take(carol, "ELIGIBILITY", grant);
        story.vetters
                .act(carol, task, "clarification", Map.of("question", "Which crane?", "answerWithinDays", 14))
                .expect(200);
        var sentBack = grant.awaitStatus("CLARIFYING");
        story.tells(carol, "asks: " + sentBack.text("clarification"), "the pledge clock stops");
        var answers =
                post.withDuties("Designs the control software of crane 7.").answers();
        grant.applicant()
                .put(APPLICATIONS, grant.path() + "/answers", Map.of("answers", answers), grant.path())
                .expect(200);
        story.applicants.submit(grant).expect(201);
        var receipt = grant.applicant().get(APPLICATIONS, grant.path() + "/receipt");
        story.mustBe("2", receipt.text("revision"), "the revision");
        story.tells(grant.applicant(), "answers and submits again", "revision 2");
        story.funds.ensureEnough();
        story.vetters.confirmEligibility(grant);
        story.vetters.score(grant, 7);
        story.vetters.approve(grant);
        var offer = grant.awaitStatus("OFFERED");
        story.tells(grant.applicant(), "is offered", "after a clarification", offer.money("awarded"));
    }

    private static void ineligible(Story story) {
        var carol = story.cast.secretary;
        var grant = story.applicants.apply(story.post(12, ABOVE_CEILING).givenToARelative());
        story.vetters.findComplete(grant);
        var task = story.vetters.take(carol, "ELIGIBILITY", grant);
        story.vetters.act(carol, task, "eligibility", Map.of("eligible", false)).expect(200);
        var letter = grant.awaitStatus("INELIGIBLE").text("letter");
        story.tells(carol, "confirms: ineligible", letter.lines().findFirst().orElse(""));
    }

    private static void declined(Story story) {
        var grace = story.cast.commissioner;
        var grant = story.applicants.apply(story.post(12, ABOVE_CEILING));
        story.vetters.findComplete(grant);
        story.vetters.confirmEligibility(grant);
        story.vetters.score(grant, 3);
        var task = story.vetters.take(grace, "DECISION", grant);
        story.vetters.decide(task, "APPROVE", "Let us try.").refused(422, "below-pass-mark");
        story.tells(grace, "tries to approve it", "refused: below the pass mark");
        story.vetters
                .decide(task, "DECLINE", "The post has too little R&D content.")
                .expect(200);
        story.tells(grace, "declines", grant.awaitStatus("DECLINED").text("letter"));
    }
}
