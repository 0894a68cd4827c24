package hk.itf.disbursement;

import hk.itf.infra.testkit.Tokens;
import hk.itf.model.event.ApplicationEvent.ApplicationSubmitted;
import hk.itf.model.event.Filing;
import hk.itf.model.event.Parties;
import hk.itf.model.scheme.funding.EntitlementStatement;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.value.SchemeRef;
import hk.itf.model.scheme.vetting.EligibilityOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Submissions by other people than the applicant of the story, for the duty that they carry. */
public final class GrantStoryEvents {

    /** Each filing is another revision, so that several people can submit for one grant. */
    private static final AtomicInteger REVISIONS = new AtomicInteger();

    private GrantStoryEvents() {}

    public static ApplicationSubmitted submitted(GrantStory story, String person) {
        return new ApplicationSubmitted(story.grant, Tokens.person(person), filing(story), Instant.EPOCH);
    }

    static Filing filing(GrantStory story) {
        return new Filing(
                REVISIONS.incrementAndGet(),
                "TST-2026-000001",
                new SchemeRef(story.scheme, 1),
                Parties.of(story.organisation),
                new EligibilityOutcome(true, List.of()),
                new EntitlementStatement(story.plan.total(), List.of()),
                story.plan,
                new Answers(Map.of()),
                "0".repeat(64));
    }
}
