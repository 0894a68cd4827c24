package hk.itf.assessment.agendaitem;

import hk.itf.model.DomainException;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.ReviewCaseId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The store of agenda items. A unique index allows a case one item at a time that is listed, called or closed.
 */
@ApplicationScoped
public class AgendaItems implements PanacheRepositoryBase<AgendaItem, UUID> {

    /** The refusal for an unknown item, and for an item that the caller may not see. */
    public static DomainException notFound() {
        return DomainException.notFound("agenda-item");
    }

    private static final Set<AgendaItemStatus> UNENDED = Set.of(AgendaItemStatus.LISTED, AgendaItemStatus.CALLED);

    /** Literals, not parameters, so that the index {@code one_agenda_per_case} serves the query. */
    private static final String COUNTING = "(LISTED, CALLED, CLOSED)";

    /** The grant, case and meeting of an item. They never change and are locked before the item. */
    public record Place(GrantId grant, ReviewCaseId reviewCase, MeetingId meeting) {}

    public Place placeOf(AgendaItemId id) {
        return getSession()
                .createSelectionQuery(
                        "select grantId, caseId, meetingId from AgendaItem where id = :id", Object[].class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst()
                .map(row -> new Place(
                        GrantId.of((UUID) row[0]), ReviewCaseId.of((UUID) row[1]), MeetingId.of((UUID) row[2])))
                .orElseThrow(AgendaItems::notFound);
    }

    public AgendaItem get(AgendaItemId id) {
        return findByIdOptional(id.value()).orElseThrow(AgendaItems::notFound);
    }

    public AgendaItem lock(AgendaItemId id) {
        return find("id = ?1", id.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(AgendaItems::notFound);
    }

    /** Locks the listed, called or closed item of a case. The caller holds the lock of the case. */
    public Optional<AgendaItem> lockOf(ReviewCaseId reviewCase) {
        return find("caseId = ?1 and status in " + COUNTING, reviewCase.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Locks the listed and called items of a meeting, in the lock order of their grants. */
    public List<AgendaItem> lockUnended(MeetingId meeting) {
        return find("meetingId = ?1 and status in ?2 order by grantId, id", meeting.value(), UNENDED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    public boolean hasUnended(MeetingId meeting) {
        return count("meetingId = ?1 and status in ?2", meeting.value(), UNENDED) > 0;
    }

    public long countOf(MeetingId meeting) {
        return count("meetingId", meeting.value());
    }

    public boolean isOnAgenda(ReviewCaseId reviewCase) {
        return count("caseId = ?1 and status in " + COUNTING, reviewCase.value()) > 0;
    }

    /** Stores a new item. Flushes first, so that the unique index sees the end of an earlier item of the case. */
    public void add(AgendaItem item) {
        flush();
        persistAndFlush(item);
    }
}
