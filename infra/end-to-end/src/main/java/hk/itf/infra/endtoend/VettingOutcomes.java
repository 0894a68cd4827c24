package hk.itf.infra.endtoend;

import static hk.itf.infra.endtoend.story.Post.ABOVE_CEILING;
import static hk.itf.infra.local.Service.APPLICATIONS;

import hk.itf.infra.endtoend.story.Story;
import java.util.List;
import java.util.Map;

/** Journeys with other outcomes of vetting: an approval after a clarification, not eligible, and declined. */
final class VettingOutcomes {

    private VettingOutcomes() {}

    static List<Journey> journeys() {
        return List.of(
                new Journey(
                        "An application is sent back for clarification and resubmitted",
                        VettingOutcomes::clarification),
                new Journey("An application is found ineligible", VettingOutcomes::ineligible),
                new Journey("An application below the pass mark is declined", VettingOutcomes::declined));
    }

    private static void clarification(Story story) {
        var carol = story.people.secretary;
        var post = story.post(3, ABOVE_CEILING);
        var grant = story.applicants.apply(post);
        story.vetters.confirmCompleteness(grant);
        var task = story.vetters.take(carol, "ELIGIBILITY", grant);
        story.vetters
                .act(carol, task, "clarification", Map.of("question", "Which crane?", "answerWithinDays", 14))
                .expect(200);
        var sentBack = grant.awaitStatus("CLARIFYING");
        story.step(carol, "requests a clarification: " + sentBack.text("clarification"), "the pledge clock stops");
        var answers =
                post.withDuties("Designs the control software of crane 7.").answers();
        grant.applicant()
                .put(APPLICATIONS, grant.path() + "/answers", Map.of("answers", answers), grant.path())
                .expect(200);
        story.applicants.submit(grant).expect(201);
        var receipt = grant.applicant().get(APPLICATIONS, grant.path() + "/receipt");
        story.requireEqual("2", receipt.text("revision"), "the revision");
        story.step(grant.applicant(), "answers and resubmits", "revision 2");
        story.fundControllers.ensureEnough();
        story.vetters.confirmEligibility(grant);
        story.vetters.score(grant, 7);
        story.vetters.approve(grant);
        var offer = grant.awaitStatus("OFFERED");
        story.step(grant.applicant(), "receives an offer", "after the clarification", offer.money("awarded"));
    }

    private static void ineligible(Story story) {
        var carol = story.people.secretary;
        var grant = story.applicants.apply(story.post(12, ABOVE_CEILING).forRelative());
        story.vetters.confirmCompleteness(grant);
        var task = story.vetters.take(carol, "ELIGIBILITY", grant);
        story.vetters.act(carol, task, "eligibility", Map.of("eligible", false)).expect(200);
        var letter = grant.awaitStatus("INELIGIBLE").text("letter");
        story.step(
                carol,
                "finds the application ineligible",
                letter.lines().findFirst().orElse(""));
    }

    private static void declined(Story story) {
        var grace = story.people.commissioner;
        var grant = story.applicants.apply(story.post(12, ABOVE_CEILING));
        story.vetters.confirmCompleteness(grant);
        story.vetters.confirmEligibility(grant);
        story.vetters.score(grant, 3);
        var task = story.vetters.take(grace, "DECISION", grant);
        story.vetters.decide(task, "APPROVE", "The post is worth a try.").refused(422, "below-pass-mark");
        story.step(grace, "tries to approve the application", "refused: below the pass mark");
        story.vetters
                .decide(task, "DECLINE", "The post has too little R&D content.")
                .expect(200);
        story.step(
                grace, "declines the application", grant.awaitStatus("DECLINED").text("letter"));
    }
}
