package hk.itf.assessment.meeting;

import hk.itf.assessment.AssessmentSettings;
import hk.itf.assessment.agendaitem.AgendaItem;
import hk.itf.assessment.agendaitem.PanelParticipation;
import hk.itf.assessment.reviewcase.ReviewCase;
import hk.itf.assessment.reviewcase.Stage;
import hk.itf.assessment.reviewcase.StageWork;
import hk.itf.assessment.reviewtask.ReviewTaskStatus;
import hk.itf.assessment.reviewtask.ReviewTasks;
import hk.itf.infra.eventing.Outbox;
import hk.itf.model.event.AssessmentEvent.ReviewTaskEnded;
import hk.itf.model.event.AssessmentEvent.ReviewTaskTaken;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReviewTaskId;
import hk.itf.model.scheme.Scheme;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/**
 * Opens and closes the papers of an item for panel members. Each member gets a task of their own, and applications-service
 * learns of it by the same events as for tasks of the queue. The task has no heartbeat. It ends with the item, with a
 * declared interest, or on the day after the meeting.
 */
@ApplicationScoped
public class MemberPapers {

    private final PanelParticipation rolls;
    private final ReviewTasks tasks;
    private final Outbox outbox;
    private final AssessmentSettings settings;

    MemberPapers(PanelParticipation rolls, ReviewTasks tasks, Outbox outbox, AssessmentSettings settings) {
        this.rolls = rolls;
        this.tasks = tasks;
        this.outbox = outbox;
        this.settings = settings;
    }

    /** Opens the papers of the case for a member. */
    public void open(
            ReviewTaskId task, ReviewCase reviewCase, Scheme scheme, Meeting meeting, PersonId member, Instant now) {
        var work = StageWork.of(Stage.PANEL, reviewCase, scheme);
        outbox.append(new ReviewTaskTaken(
                reviewCase.grantId(),
                member,
                task,
                reviewCase.subjectOf(),
                Stage.PANEL.name(),
                work.groups(),
                work.blind(),
                until(meeting, now)));
    }

    /**
     * The end of the task in real time, because leases use real time and meetings business time. A meeting that lasts
     * longer than planned gets one more lease.
     */
    private Instant until(Meeting meeting, Instant now) {
        var left = Duration.between(now, meeting.papersEnd());
        return tasks.leaseNow().plus(left.compareTo(settings.lease()) > 0 ? left : settings.lease());
    }

    public void close(AgendaItem item, PersonId member, ReviewTaskStatus ending, PersonId actor, Instant now) {
        rolls.task(item.id(), member).ifPresent(task -> {
            rolls.endPapers(item.id(), member, now);
            outbox.append(new ReviewTaskEnded(item.grantId(), actor, task, ending.name(), now));
        });
    }

    public void closeAll(AgendaItem item, ReviewTaskStatus ending, PersonId actor, Instant now) {
        rolls.readers(item.id()).forEach(member -> close(item, member, ending, actor, now));
    }
}
