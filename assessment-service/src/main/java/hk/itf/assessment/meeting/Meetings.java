package hk.itf.assessment.meeting;

import hk.itf.assessment.agendaitem.MeetingId;
import hk.itf.model.DomainException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** The store of panel meetings. Lock order: case, meeting, item. */
@ApplicationScoped
public class Meetings implements PanacheRepositoryBase<Meeting, UUID> {

    /** The refusal for an unknown meeting, and for a meeting that the caller may not see. */
    static DomainException notFound() {
        return DomainException.notFound("meeting");
    }

    public Meeting get(MeetingId id) {
        return findByIdOptional(id.value()).orElseThrow(Meetings::notFound);
    }

    public Meeting lock(MeetingId id) {
        return lockIfPresent(id).orElseThrow(Meetings::notFound);
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
