package hk.itf.assessment.meeting;

import hk.itf.assessment.agendaitem.MeetingId;
import hk.itf.model.DomainException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** The meetings of all panels. Locks are taken in this order: case, meeting, item. */
@ApplicationScoped
public class Meetings implements PanacheRepositoryBase<Meeting, UUID> {

    public Meeting get(MeetingId id) {
        return findByIdOptional(id.value()).orElseThrow(() -> DomainException.notFound("meeting"));
    }

    public Meeting lock(MeetingId id) {
        return lockIfPresent(id).orElseThrow(() -> DomainException.notFound("meeting"));
    }

    public Optional<Meeting> lockIfPresent(MeetingId id) {
        return find("id = ?1", id.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    void add(Meeting meeting) {
        persist(meeting);
    }
}
