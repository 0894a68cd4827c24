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

/** A journey about the overlap quota of research posts: at most four posts of one organisation run on the same day. */
final class OverlapQuotas {

    private OverlapQuotas() {}

    static List<Journey> journeys() {
        return List.of(new Journey(
                "A fifth overlapping post is refused, and accepted after an early end of another",
                OverlapQuotas::fifthPost));
    }

    private static void fifthPost(Story story) {
        var ada = story.people.newApplicant();
        var organisation = story.applicants.registerOrganisation(ada);
        var post = story.post(12, ABOVE_CEILING);
        var first = story.applicants.apply(ada, organisation, post);
        story.applicants.apply(ada, organisation, post);
        story.applicants.apply(ada, organisation, post);
        var replies = submitAtOnce(
                story,
                story.applicants.draft(ada, organisation, post),
                story.applicants.draft(ada, organisation, post));
        story.requireEqual(
                List.of(201, 422),
                replies.stream().map(Reply::status).sorted().toList(),
                "the statuses of two simultaneous submissions");
        var refused = replies.stream()
                .filter(reply -> reply.status() == 422)
                .findFirst()
                .orElseThrow()
                .refused(422, "allowance-exceeded");
        story.step(
                ada, "submits a fourth and a fifth post at once", "one is refused: " + refused.text("errors/0/code"));

        endAfterSixMonths(story, story.activate(first), post);
        var start = post.start().plusMonths(6);
        story.applicants.apply(ada, organisation, new Post(start, 6, ABOVE_CEILING));
        story.step(ada, "submits a post that starts after it", "accepted");
        story.applicants.withdrawUndecided(ada); // so that later journeys find no tasks of this journey
    }

    private static List<Reply> submitAtOnce(Story story, Grant fourth, Grant fifth) {
        var submissions = List.of(fourth, fifth).stream()
                .map(grant -> CompletableFuture.supplyAsync(() -> story.applicants.submit(grant)))
                .toList();
        return submissions.stream().map(CompletableFuture::join).toList();
    }

    private static void endAfterSixMonths(Story story, Grant running, Post post) {
        var ada = running.applicant();
        var lastDay = post.start().plusMonths(6).minusDays(1);
        var amendment = story.applicants.draftEarlyEnd(ada, running, lastDay, "The researcher leaves.");
        amendment.submit(ada).expect(200);
        story.step(ada, "files an early end after six months", "awarded after approval", amendment.awarded());
        story.vetters.approve(running);
        ada.await(
                APPLICATIONS,
                amendment.path(),
                "the early end in force",
                reply -> reply.text("status").equals("IN_FORCE"));
        story.requireEqual(
                Money.hkd(270_000), running.read().money("awarded"), "the awarded amount after the early end");
    }
}
