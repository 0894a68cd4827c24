package hk.itf.assessment.oversight;

import hk.itf.assessment.reviewcase.ReviewCases;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.http.Actor;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.DomainException;
import hk.itf.model.id.ReviewCaseId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Records that the secretariat reminded an applicant of an overdue clarification, at most once a day. */
@ApplicationScoped
class RemindApplicant {

    record Command(ReviewCaseId reviewCase, Actor actor) {}

    private static final Logger LOG = Logger.getLogger(RemindApplicant.class);

    private final ReviewCases cases;
    private final Reminders reminders;
    private final OverdueClarificationQueries overdue;
    private final Timeline timeline;
    private final Clock clock;

    RemindApplicant(
            ReviewCases cases,
            Reminders reminders,
            OverdueClarificationQueries overdue,
            Timeline timeline,
            Clock clock) {
        this.cases = cases;
        this.reminders = reminders;
        this.overdue = overdue;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional
    OverdueClarificationView handle(Command command) {
        var now = clock.instant();
        var actor = command.actor().person();
        var reviewCase = cases.lockIfPresent(command.reviewCase()).orElseThrow(() -> DomainException.notFound("case"));
        if (overdue.of(reviewCase.id()).isEmpty()) {
            throw DomainException.conflict("nothing-overdue");
        }
        if (!reminders.add(reviewCase.id(), HongKong.dayOf(now), actor, now)) {
            throw DomainException.conflict("reminded-today");
        }
        timeline.note(reviewCase.grantId(), "review-case/" + reviewCase.id(), "REMIND", actor, "", now);
        LOG.infof("%s: the applicant was reminded by %s", reviewCase, actor);
        return overdue.of(reviewCase.id()).orElseThrow();
    }
}
