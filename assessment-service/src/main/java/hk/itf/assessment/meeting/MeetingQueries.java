package hk.itf.assessment.meeting;

import hk.itf.assessment.Roles;
import hk.itf.assessment.agendaitem.AgendaItemId;
import hk.itf.assessment.agendaitem.AgendaItemStatus;
import hk.itf.assessment.agendaitem.MeetingId;
import hk.itf.assessment.meeting.MeetingView.AgendaLine;
import hk.itf.assessment.meeting.MeetingView.Attendance;
import hk.itf.infra.http.Actor;
import hk.itf.infra.http.Page;
import hk.itf.model.DomainException;
import hk.itf.model.event.Subject;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReviewCaseId;
import hk.itf.model.id.Uuids;
import hk.itf.model.scheme.value.SchemeId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Reads meetings. Members see the meetings of their panels; the secretariat and auditors see all meetings. */
@ApplicationScoped
public class MeetingQueries {

    private final Session entities;
    private final Meetings meetings;

    MeetingQueries(Session entities, Meetings meetings) {
        this.entities = entities;
        this.meetings = meetings;
    }

    @Transactional
    Page<MeetingSummaryView> list(Optional<MeetingStatus> status, Actor actor, Optional<UUID> cursor, int size) {
        var all = oversees(actor);
        var rows = size + 1;
        var ids = all
                ? page("true", status, rows)
                : ofMember(
                        page("role = r.role", status, rows),
                        page("cast(:chairs as boolean) and chair = :person", status, rows));
        var query = entities.createNativeQuery("""
                        select m.id, m.scheme_id, m.held_on, m.place, m.chair, m.status,
                               (select count(*) from agenda_item i where i.meeting_id = m.id)
                        from (%s) page join panel_meeting m using (id) order by m.id desc limit :size
                        """.formatted(ids), Object[].class)
                .setParameter("cursor", cursor.orElse(Uuids.HIGHEST))
                .setParameter("size", rows);
        status.ifPresent(wanted -> query.setParameter("status", wanted.name()));
        if (!all) {
            query.setParameter("roles", String.join(",", actor.roles()))
                    .setParameter("chairs", actor.hasRole(Roles.PANEL_CHAIR))
                    .setParameter("person", actor.person().value());
        }
        var found = query.getResultStream().map(MeetingQueries::summary).toList();
        return Page.of(found, size, view -> view.id().value());
    }

    /** One page of each panel of the person and one of the meetings under their chair, of which the newest are shown. */
    private static String ofMember(String ofPanel, String underChair) {
        return """
                select p.id from unnest(string_to_array(:roles, ',')) r (role) cross join lateral (%s) p
                union
                select c.id from (%s) c
                """.formatted(ofPanel, underChair);
    }

    /**
     * The limit is a literal, because PostgreSQL guesses that a parameter asks for a tenth of the meetings, and would then read
     * all meetings by id instead of those of the panel.
     */
    private static String page(String condition, Optional<MeetingStatus> status, int rows) {
        return "select id from panel_meeting where %s%s and id < :cursor order by id desc limit %d"
                .formatted(condition, status.isPresent() ? " and status = :status" : "", rows);
    }

    /** @throws DomainException {@code not-found} for an unknown meeting, and for people who are not on the panel */
    @Transactional
    MeetingView get(MeetingId id, Actor actor) {
        entities.flush();
        var meeting = meetings.get(id);
        if (!oversees(actor)) {
            meeting.requireMember(actor, Meetings::notFound);
        }
        return meeting.view(attendance(id), agenda(id));
    }

    public static boolean oversees(Actor actor) {
        return actor.hasRole(Roles.SECRETARIAT) || actor.hasRole(Roles.AUDITOR);
    }

    private List<Attendance> attendance(MeetingId meeting) {
        return entities.createNativeQuery(
                        "select person, recorded_by, recorded_at from panel_attendance where meeting_id = :meeting order by recorded_at, person",
                        Object[].class)
                .setParameter("meeting", meeting.value())
                .getResultStream()
                .map(row -> new Attendance(PersonId.of((UUID) row[0]), PersonId.of((UUID) row[1]), (Instant) row[2]))
                .toList();
    }

    private List<AgendaLine> agenda(MeetingId meeting) {
        return entities.createNativeQuery("""
                        select i.id, i.case_id, i.grant_id, c.reference, c.subject_kind, i.status, i.supported
                        from agenda_item i join review_case c on c.id = i.case_id
                        where i.meeting_id = :meeting order by i.id
                        """, Object[].class)
                .setParameter("meeting", meeting.value())
                .getResultStream()
                .map(row -> new AgendaLine(
                        AgendaItemId.of((UUID) row[0]),
                        ReviewCaseId.of((UUID) row[1]),
                        GrantId.of((UUID) row[2]),
                        (String) row[3],
                        Subject.Kind.valueOf((String) row[4]),
                        AgendaItemStatus.valueOf((String) row[5]),
                        (Boolean) row[6]))
                .toList();
    }

    private static MeetingSummaryView summary(Object[] row) {
        return new MeetingSummaryView(
                MeetingId.of((UUID) row[0]),
                SchemeId.of((String) row[1]),
                (LocalDate) row[2],
                (String) row[3],
                row[4] == null ? null : PersonId.of((UUID) row[4]),
                MeetingStatus.valueOf((String) row[5]),
                (long) row[6]);
    }
}
