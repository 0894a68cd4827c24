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

/** The items of all agendas. Of a case one is listed, called or closed at a time: a unique index says so. */
@ApplicationScoped
public class AgendaItems implements PanacheRepositoryBase<AgendaItem, UUID> {

    /** What is not found where there is none, or none for whoever asks. */
    public static final String THING = "agenda item";

    private static final Set<AgendaItemStatus> UNENDED = Set.of(AgendaItemStatus.LISTED, AgendaItemStatus.CALLED);
    private static final Set<AgendaItemStatus> COUNTING =
            Set.of(AgendaItemStatus.LISTED, AgendaItemStatus.CALLED, AgendaItemStatus.CLOSED);

    /** What an item belongs to, which never changes: locked before the item itself. */
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
                .orElseThrow(() -> DomainException.notFound(THING));
    }

    public AgendaItem get(AgendaItemId id) {
        return findByIdOptional(id.value()).orElseThrow(() -> DomainException.notFound(THING));
    }

    public AgendaItem lock(AgendaItemId id) {
        return find("id = ?1", id.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> DomainException.notFound(THING));
    }

    /** What a panel has in hand about a case, or has advised on it; the case is locked before. */
    public Optional<AgendaItem> lockOf(ReviewCaseId reviewCase) {
        return find("caseId = ?1 and status in ?2", reviewCase.value(), COUNTING)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** What has not ended at a meeting, in the order in which the streams of its grants are locked. */
    public List<AgendaItem> lockUnended(MeetingId meeting) {
        return find("meetingId = ?1 and status in ?2 order by grantId, id", meeting.value(), UNENDED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    public boolean anyUnended(MeetingId meeting) {
        return count("meetingId = ?1 and status in ?2", meeting.value(), UNENDED) > 0;
    }

    public long countOf(MeetingId meeting) {
        return count("meetingId", meeting.value());
    }

    public boolean onAnAgenda(ReviewCaseId reviewCase) {
        return count("caseId = ?1 and status in ?2", reviewCase.value(), COUNTING) > 0;
    }

    /** Flushed, so that an item of the same case which has just ended makes room for it first. */
    public void add(AgendaItem item) {
        flush();
        persistAndFlush(item);
    }
}
