package hk.itf.assessment.meeting;

import static hk.itf.model.NamedValue.value;

import hk.itf.assessment.agendaitem.MeetingId;
import hk.itf.assessment.reviewcase.Stage;
import hk.itf.assessment.scheme.SchemeVersions;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.http.Actor;
import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.id.PersonId;
import hk.itf.model.scheme.value.SchemeId;
import hk.itf.model.scheme.vetting.ReviewStage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Schedules a meeting of a scheme's panel. The members see the meeting in their list; no other invitation is sent. */
@ApplicationScoped
class ScheduleMeeting {

    /**
     * @param place the room, or how people take part
     * @param chair null when any chair may open and lead the meeting
     */
    record Command(
            SchemeId scheme,
            LocalDate heldOn,
            String place,
            @Nullable PersonId chair,
            Actor actor) {

        Command {
            place = place.strip();
        }
    }

    private static final Logger LOG = Logger.getLogger(ScheduleMeeting.class);
    private static final int DAYS_AHEAD_AT_MOST = 366;

    private final Meetings meetings;
    private final SchemeVersions schemes;
    private final MeetingQueries queries;
    private final Clock clock;

    ScheduleMeeting(Meetings meetings, SchemeVersions schemes, MeetingQueries queries, Clock clock) {
        this.meetings = meetings;
        this.schemes = schemes;
        this.queries = queries;
        this.clock = clock;
    }

    @Transactional
    MeetingView handle(Command command) {
        var now = clock.instant();
        requireAhead(command.heldOn(), HongKong.dayOf(now));
        var meeting = Meeting.schedule(
                MeetingId.next(),
                command.scheme(),
                panel(command.scheme()).role(),
                command.heldOn(),
                command.place(),
                command.chair(),
                command.actor().person(),
                now);
        meetings.add(meeting);
        LOG.infof("%s: scheduled by %s", meeting, command.actor().person());
        return queries.get(meeting.id(), command.actor());
    }

    private ReviewStage.Panel panel(SchemeId scheme) {
        return schemes.newest(scheme)
                .flatMap(newest -> newest.stage(Stage.PANEL.name()))
                .map(ReviewStage.Panel.class::cast)
                .orElseThrow(() -> DomainException.broken(
                        "no-panel", List.of(Violation.of("/scheme", "no-panel")), value("scheme", scheme.value())));
    }

    private static void requireAhead(LocalDate heldOn, LocalDate today) {
        if (heldOn.isBefore(today) || heldOn.isAfter(today.plusDays(DAYS_AHEAD_AT_MOST))) {
            throw DomainException.invalid(
                    "invalid-meeting",
                    List.of(Violation.of(
                            "/heldOn",
                            "out-of-range.day",
                            value("first", today),
                            value("last", today.plusDays(DAYS_AHEAD_AT_MOST)))));
        }
    }
}
