package hk.itf.assessment.conflict;

import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A declared interest of a person in an organisation. It holds for every grant of the organisation and never ends. */
@Entity
@Immutable
@SuppressWarnings("UnusedVariable") // only queries read some of the columns
class ConflictOfInterest {

    @Id
    private UUID id;

    private UUID person;
    private UUID organisation;
    private String reason;
    private Instant declaredAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    ConflictOfInterest() {}

    ConflictOfInterest(UUID id, PersonId person, OrganisationId organisation, String reason, Instant now) {
        this.id = id;
        this.person = person.value();
        this.organisation = organisation.value();
        this.reason = reason;
        this.declaredAt = now;
    }

    ConflictView view() {
        return new ConflictView(id, OrganisationId.of(organisation), reason, declaredAt);
    }
}
