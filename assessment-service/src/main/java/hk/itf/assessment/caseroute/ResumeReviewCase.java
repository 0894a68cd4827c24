package hk.itf.assessment.caseroute;

import hk.itf.assessment.reviewcase.ReviewCase;
import hk.itf.assessment.reviewcase.ReviewCaseTransition;
import hk.itf.assessment.reviewcase.ReviewCases;
import hk.itf.assessment.reviewcase.Stage;
import hk.itf.assessment.reviewcase.VettingRoute;
import hk.itf.assessment.reviewtask.CaseTasks;
import hk.itf.assessment.scheme.SchemeVersions;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.eventing.Reception;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.event.ApplicationEvent;
import hk.itf.model.event.ApplicationEvent.AmendmentResubmitted;
import hk.itf.model.event.ApplicationEvent.ApplicationResubmitted;
import hk.itf.model.event.ApplicationEvent.ClaimResubmitted;
import hk.itf.model.event.Filing;
import hk.itf.model.event.Subject;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.function.Function;

/** Starts a new round when the applicant answers a clarification. */
@ApplicationScoped
public class ResumeReviewCase {

    private final ReviewCases cases;
    private final CaseTasks tasks;
    private final SchemeVersions schemes;
    private final Outbox outbox;
    private final Timeline timeline;
    private final Event<CaseResumed> resumptions;
    private final Clock clock;

    ResumeReviewCase(
            ReviewCases cases,
            CaseTasks tasks,
            SchemeVersions schemes,
            Outbox outbox,
            Timeline timeline,
            Event<CaseResumed> resumptions,
            Clock clock) {
        this.cases = cases;
        this.tasks = tasks;
        this.schemes = schemes;
        this.outbox = outbox;
        this.timeline = timeline;
        this.resumptions = resumptions;
        this.clock = clock;
    }

    private record Answer(
            ApplicationEvent event,
            Subject subject,
            PersonId actor,
            int revision,
            Object filing,
            Function<ReviewCase, Stage> resumesAt) {}

    @Transactional
    public Reception handle(ApplicationResubmitted resubmitted) {
        var filing = resubmitted.filing();
        return resume(new Answer(
                resubmitted,
                new Subject(Subject.Kind.APPLICATION, resubmitted.grant().value()),
                resubmitted.actor(),
                filing.revision(),
                filing,
                reviewCase -> resumesAt(reviewCase, filing)));
    }

    @Transactional
    public Reception handle(ClaimResubmitted resubmitted) {
        var filing = resubmitted.filing();
        return resume(new Answer(
                resubmitted,
                new Subject(Subject.Kind.CLAIM, resubmitted.claim().value()),
                resubmitted.actor(),
                filing.revision(),
                filing,
                this::firstStage));
    }

    @Transactional
    public Reception handle(AmendmentResubmitted resubmitted) {
        var filing = resubmitted.filing();
        return resume(new Answer(
                resubmitted,
                new Subject(Subject.Kind.AMENDMENT, resubmitted.amendment().value()),
                resubmitted.actor(),
                filing.revision(),
                filing,
                this::firstStage));
    }

    private Reception resume(Answer answer) {
        var found = cases.lockIfPresent(answer.subject());
        var reception = ReviewCaseReception.TABLE.of(found, answer.event());
        if (found.isEmpty() || !reception.isApplied()) {
            return reception;
        }
        var now = clock.instant();
        var reviewCase = found.get();
        var stage = answer.resumesAt().apply(reviewCase);
        reviewCase.resume(answer.revision(), answer.filing(), stage, now);
        timeline.record(reviewCase, ReviewCaseTransition.RESUME, answer.actor(), now);

        resumptions.fire(new CaseResumed(reviewCase.id(), reviewCase.round(), answer.actor(), now));
        tasks.putAll(reviewCase, schemes.of(reviewCase.scheme()), now);
        reviewCase.started(answer.actor(), now).ifPresent(outbox::append);
        reviewCase.pledged(answer.actor(), now).ifPresent(outbox::append);
        return reception;
    }

    private Stage firstStage(ReviewCase reviewCase) {
        return route(reviewCase).first();
    }

    private VettingRoute route(ReviewCase reviewCase) {
        return VettingRoute.of(reviewCase, schemes.of(reviewCase.scheme()));
    }

    /**
     * The stage at which the new round starts: the stage that requested the clarification, or an earlier one. Scores and
     * advice on the old content are void, so scored stages and the panel repeat their work. The eligibility stage repeats
     * its confirmation if the computed outcome changed.
     */
    private Stage resumesAt(ReviewCase reviewCase, Filing filing) {
        var asked = reviewCase.stage();
        var otherEligibility = filing.eligibility().eligible()
                != reviewCase.filing().eligibility().eligible();
        return route(reviewCase).inOrder().stream()
                .filter(stage -> stage == asked
                        || stage.isScored()
                        || stage == Stage.PANEL
                        || (stage == Stage.ELIGIBILITY && otherEligibility))
                .findFirst()
                .orElse(asked);
    }
}
