package hk.itf.assessment.meeting;

import hk.itf.assessment.Roles;
import hk.itf.assessment.agendaitem.MeetingId;
import hk.itf.assessment.agendaitem.PanelParticipation;
import hk.itf.infra.http.Actor;
import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Records attendance at a meeting. Members record their own attendance, the secretariat the attendance of others. Only a
 * member who declares to have no interest counts for the quorum, so other people on the list change nothing.
 */
@ApplicationScoped
class RecordAttendance {

    /** @param person null for the actor */
    record Command(MeetingId meeting, @Nullable PersonId person, Actor actor) {}

    private static final Logger LOG = Logger.getLogger(RecordAttendance.class);

    private final Meetings meetings;
    private final PanelParticipation rolls;
    private final MeetingQueries queries;
    private final Clock clock;

    RecordAttendance(Meetings meetings, PanelParticipation rolls, MeetingQueries queries, Clock clock) {
        this.meetings = meetings;
        this.rolls = rolls;
        this.queries = queries;
        this.clock = clock;
    }

    @Transactional
    MeetingView handle(Command command) {
        var now = clock.instant();
        var meeting = meetings.lock(command.meeting());
        var person = attending(command, meeting);
        meeting.requireOpenForAttendance(now);
        rolls.attend(meeting.id(), person, command.actor().person(), now);
        LOG.infof(
                "%s: attendance of %s recorded by %s",
                meeting, person, command.actor().person());
        return queries.get(meeting.id(), command.actor());
    }

    private static PersonId attending(Command command, Meeting meeting) {
        var actor = command.actor();
        var named = command.person();
        if (named != null && actor.hasRole(Roles.SECRETARIAT)) {
            return named;
        }
        if (!meeting.isMember(actor)) {
            throw actor.hasRole(Roles.SECRETARIAT)
                    ? DomainException.invalidFields(List.of(Violation.required("/person")))
                    : Meetings.notFound();
        }
        if (named != null && !named.equals(actor.person())) {
            throw DomainException.forbidden("only-yourself");
        }
        return actor.person();
    }
}
