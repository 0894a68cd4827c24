package hk.itf.infra.endtoend;

import static hk.itf.infra.endtoend.story.Post.ABOVE_CEILING;
import static hk.itf.infra.local.Service.APPLICATIONS;

import hk.itf.infra.endtoend.story.Grant;
import hk.itf.infra.endtoend.story.Post;
import hk.itf.infra.endtoend.story.Reply;
import hk.itf.infra.endtoend.story.Story;
import hk.itf.model.money.Money;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** At no date may more than four posts of one organisation overlap. */
final class Quotas {

    private Quotas() {}

    static List<Journey> journeys() {
        return List.of(new Journey(
                "A fifth overlapping post is refused; after an early end it is accepted", Quotas::fifthPost));
    }

    private static void fifthPost(Story story) {
        var ada = story.cast.applicant();
        var organisation = story.applicants.registerOrganisation(ada);
        var post = story.post(12, ABOVE_CEILING);
        var first = story.applicants.apply(ada, organisation, post);
        story.applicants.apply(ada, organisation, post);
        story.applicants.apply(ada, organisation, post);
        var replies = submitAtOnce(
                story,
                story.applicants.draft(ada, organisation, post),
                story.applicants.draft(ada, organisation, post));
        story.mustBe(
                List.of(201, 422), replies.stream().map(Reply::status).sorted().toList(), "two at the same instant");
        var refused = replies.stream()
                .filter(reply -> reply.status() == 422)
                .findFirst()
                .orElseThrow()
                .refused(422, "allowance-exceeded");
        story.tells(ada, "submits a fourth and a fifth at once", "one is refused: " + refused.text("errors/0/code"));

        endsAfterSixMonths(story, story.activate(first), post);
        var start = post.start().plusMonths(6);
        story.applicants.apply(ada, organisation, new Post(start, 6, ABOVE_CEILING));
        story.tells(ada, "submits a post that follows it", "accepted");
        story.applicants.withdrawUndecided(ada); // leaves nothing on the queue for the journeys after
    }

    private static List<Reply> submitAtOnce(Story story, Grant fourth, Grant fifth) {
        var submissions = List.of(fourth, fifth).stream()
                .map(grant -> CompletableFuture.supplyAsync(() -> story.applicants.submit(grant)))
                .toList();
        return submissions.stream().map(CompletableFuture::join).toList();
    }

    private static void endsAfterSixMonths(Story story, Grant running, Post post) {
        var ada = running.applicant();
        var lastDay = post.start().plusMonths(6).minusDays(1);
        var amendment = story.applicants.draftEarlyEnd(ada, running, lastDay, "The researcher leaves.");
        amendment.submit(ada).expect(200);
        story.tells(ada, "asks to end the first post after six months", "the award would be", amendment.awarded());
        story.vetters.approve(running);
        ada.await(
                APPLICATIONS,
                amendment.path(),
                "its force",
                reply -> reply.text("status").equals("IN_FORCE"));
        story.mustBe(Money.hkd(270_000), running.read().money("awarded"), "the award after the early end");
    }
}
