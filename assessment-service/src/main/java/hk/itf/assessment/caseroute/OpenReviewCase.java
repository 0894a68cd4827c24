package hk.itf.assessment.caseroute;

import hk.itf.assessment.reviewcase.NewReviewCase;
import hk.itf.assessment.reviewcase.ReviewCase;
import hk.itf.assessment.reviewcase.ReviewCases;
import hk.itf.assessment.reviewcase.VettingRoute;
import hk.itf.assessment.reviewtask.CaseTasks;
import hk.itf.assessment.scheme.SchemeVersions;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.eventing.Reception;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.event.AggregateKey;
import hk.itf.model.event.ApplicationEvent;
import hk.itf.model.event.ApplicationEvent.AmendmentSubmitted;
import hk.itf.model.event.ApplicationEvent.ApplicationSubmitted;
import hk.itf.model.event.ApplicationEvent.ClaimSubmitted;
import hk.itf.model.event.Subject;
import hk.itf.model.id.ReviewCaseId;
import hk.itf.model.scheme.Scheme;
import hk.itf.model.scheme.value.SchemeRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/** Opens the case of a submitted application, claim or amendment and adds the tasks of its first stage to the queue. */
@ApplicationScoped
public class OpenReviewCase {

    private final ReviewCases cases;
    private final CaseTasks tasks;
    private final SchemeVersions schemes;
    private final Outbox outbox;
    private final Timeline timeline;
    private final Clock clock;

    OpenReviewCase(
            ReviewCases cases, CaseTasks tasks, SchemeVersions schemes, Outbox outbox, Timeline timeline, Clock clock) {
        this.cases = cases;
        this.tasks = tasks;
        this.schemes = schemes;
        this.outbox = outbox;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional
    public Reception handle(ApplicationSubmitted submitted) {
        var filing = submitted.filing();
        var subject = new Subject(Subject.Kind.APPLICATION, submitted.grant().value());
        return open(
                submitted,
                subject,
                filing.scheme(),
                scheme -> Optional.of(new NewReviewCase(
                        submitted.grant(),
                        subject,
                        filing.scheme(),
                        filing.parties(),
                        filing.reference(),
                        filing.revision(),
                        filing,
                        VettingRoute.ofApplication(scheme).first(),
                        submitted.actor())));
    }

    @Transactional
    public Reception handle(ClaimSubmitted submitted) {
        var filing = submitted.filing();
        var subject = new Subject(Subject.Kind.CLAIM, submitted.claim().value());
        return open(
                submitted,
                subject,
                submitted.scheme(),
                scheme -> cases.ofApplication(submitted.grant())
                        .map(application -> new NewReviewCase(
                                submitted.grant(),
                                subject,
                                submitted.scheme(),
                                submitted.parties(),
                                application.reference(),
                                filing.revision(),
                                filing,
                                VettingRoute.ofClaim(scheme, filing.kind()).first(),
                                submitted.actor())));
    }

    @Transactional
    public Reception handle(AmendmentSubmitted submitted) {
        var filing = submitted.filing();
        var subject = new Subject(Subject.Kind.AMENDMENT, submitted.amendment().value());
        return open(
                submitted,
                subject,
                submitted.scheme(),
                scheme -> cases.ofApplication(submitted.grant())
                        .map(application -> new NewReviewCase(
                                submitted.grant(),
                                subject,
                                submitted.scheme(),
                                submitted.parties(),
                                application.reference(),
                                filing.revision(),
                                filing,
                                VettingRoute.ofAmendment(scheme, filing.kind()).first(),
                                submitted.actor())));
    }

    private Reception open(
            ApplicationEvent submitted,
            Subject subject,
            SchemeRef ref,
            Function<Scheme, Optional<NewReviewCase>> with) {
        var reception = ReviewCaseReception.TABLE.of(cases.lockIfPresent(subject), submitted);
        if (!reception.isApplied()) {
            return reception;
        }
        var scheme = schemes.stored(ref);
        if (scheme.isEmpty()) {
            return Reception.early("scheme " + ref + " is not stored yet", AggregateKey.scheme(ref.id()));
        }
        var opening = with.apply(scheme.get());
        if (opening.isEmpty()) {
            return Reception.early("the review case of the application does not exist yet");
        }
        begin(opening.get(), scheme.get());
        return reception;
    }

    private void begin(NewReviewCase opening, Scheme scheme) {
        var now = clock.instant();
        var opened = ReviewCase.open(ReviewCaseId.next(), opening, now);
        cases.add(opened);
        timeline.record(opened, ReviewCase.Act.OPEN, opening.actor(), now);
        tasks.putAll(opened, scheme, now);
        opened.started(opening.actor(), now).ifPresent(outbox::append);
    }
}
