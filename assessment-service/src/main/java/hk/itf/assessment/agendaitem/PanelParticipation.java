package hk.itf.assessment.agendaitem;

import hk.itf.infra.sql.ScalarQuery;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReviewTaskId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * The store of attendance, declared interests and votes. A caller that writes holds the lock of the meeting or of the
 * item.
 */
@ApplicationScoped
public class PanelParticipation {

    /**
     * An interest is declared in the item, in the grant, or in a party. An interest declared after the end of the item does
     * not change its participants; it may void the recommendation.
     */
    private static final String OF_ITEM = """
            select p.person, a.person is not null as present,
                   case when d.interested
                          or exists (select 1 from interest_in_grant g
                                     where g.grant_id = i.grant_id and g.person = p.person
                                       and g.declared_at <= coalesce(i.ended_at, 'infinity'))
                          or exists (select 1 from conflict_of_interest c
                                     where c.person = p.person and c.organisation = any(r.parties)
                                       and c.declared_at <= coalesce(i.ended_at, 'infinity')) then 'DECLARED'
                        when d.person is not null then 'NONE' else 'UNKNOWN' end as interest,
                   coalesce(d.late, false), d.declared_at, v.vote,
                   i.ended_at is null
                   and exists (select 1 from grant_duty u
                               where u.grant_id = i.grant_id and u.person = p.person and u.duty <> 'SCORED') as barred
            from agenda_item i
            join review_case r on r.id = i.case_id
            cross join lateral (select a.person from panel_attendance a
                                where a.meeting_id = i.meeting_id and a.recorded_at <= coalesce(i.ended_at, 'infinity')
                                union select d.person from panel_declaration d where d.item_id = i.id) p
            left join panel_attendance a on a.meeting_id = i.meeting_id and a.person = p.person
                                            and a.recorded_at <= coalesce(i.ended_at, 'infinity')
            left join panel_declaration d on d.item_id = i.id and d.person = p.person
            left join panel_vote v on v.item_id = i.id and v.person = p.person
            where i.id = :item
            order by p.person
            """;

    private final Session entities;

    PanelParticipation(Session entities) {
        this.entities = entities;
    }

    public ItemParticipants of(AgendaItemId item) {
        return new ItemParticipants(entities.createNativeQuery(OF_ITEM, Object[].class)
                .setParameter("item", item.value())
                .getResultStream()
                .map(PanelParticipation::participant)
                .toList());
    }

    private static ItemParticipant participant(Object[] row) {
        return new ItemParticipant(
                PersonId.of((UUID) row[0]),
                (boolean) row[1],
                Interest.valueOf((String) row[2]),
                (boolean) row[3],
                (Instant) row[4],
                vote((String) row[5]),
                (boolean) row[6]);
    }

    private static @Nullable Vote vote(@Nullable String name) {
        return name == null ? null : Vote.valueOf(name);
    }

    /** Records attendance. A second record of the same person changes nothing. */
    public void attend(MeetingId meeting, PersonId person, PersonId recordedBy, Instant now) {
        entities.createNativeMutationQuery("""
                        insert into panel_attendance (meeting_id, person, recorded_by, recorded_at)
                        values (:meeting, :person, :by, :now) on conflict do nothing
                        """)
                .setParameter("meeting", meeting.value())
                .setParameter("person", person.value())
                .setParameter("by", recordedBy.value())
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Records that a member has no interest. The member reads the papers under the task. */
    public void declareNone(AgendaItemId item, PersonId person, boolean late, ReviewTaskId task, Instant now) {
        entities.createNativeMutationQuery("""
                        insert into panel_declaration (item_id, person, interested, late, declared_at, task_id)
                        values (:item, :person, false, :late, :now, :task)
                        """)
                .setParameter("item", item.value())
                .setParameter("person", person.value())
                .setParameter("late", late)
                .setParameter("now", now)
                .setParameter("task", task.value())
                .executeUpdate();
    }

    /** Records an interest in place of an earlier declaration. The caller has closed the papers. */
    public void declareInterest(AgendaItemId item, PersonId person, boolean late, Instant now) {
        entities.createNativeMutationQuery("""
                        insert into panel_declaration (item_id, person, interested, late, declared_at)
                        values (:item, :person, true, :late, :now)
                        on conflict (item_id, person) do update
                        set interested = true, late = excluded.late, declared_at = excluded.declared_at
                        where not panel_declaration.interested
                        """)
                .setParameter("item", item.value())
                .setParameter("person", person.value())
                .setParameter("late", late)
                .setParameter("now", now)
                .executeUpdate();
    }

    public void vote(AgendaItemId item, PersonId person, Vote vote, Instant now) {
        entities.createNativeMutationQuery("""
                        insert into panel_vote (item_id, person, vote, cast_at) values (:item, :person, :vote, :now)
                        on conflict (item_id, person) do update set vote = excluded.vote, cast_at = excluded.cast_at
                        """)
                .setParameter("item", item.value())
                .setParameter("person", person.value())
                .setParameter("vote", vote.name())
                .setParameter("now", now)
                .executeUpdate();
    }

    /** The task under which the member reads the papers of the item; empty when the papers are closed. */
    public Optional<ReviewTaskId> task(AgendaItemId item, PersonId person) {
        return ScalarQuery.of(entities, """
                        select task_id from panel_declaration
                        where item_id = :item and person = :person and task_id is not null and papers_ended_at is null
                        """, UUID.class)
                .setParameter("item", item.value())
                .setParameter("person", person.value())
                .getResultStream()
                .findFirst()
                .map(ReviewTaskId::of);
    }

    public List<PersonId> readers(AgendaItemId item) {
        return ScalarQuery.of(entities, """
                        select person from panel_declaration
                        where item_id = :item and task_id is not null and papers_ended_at is null order by person
                        """, UUID.class)
                .setParameter("item", item.value())
                .getResultStream()
                .map(PersonId::of)
                .toList();
    }

    public void endPapers(AgendaItemId item, PersonId person, Instant now) {
        entities.createNativeMutationQuery(
                        "update panel_declaration set papers_ended_at = :now where item_id = :item and person = :person")
                .setParameter("item", item.value())
                .setParameter("person", person.value())
                .setParameter("now", now)
                .executeUpdate();
    }
}
