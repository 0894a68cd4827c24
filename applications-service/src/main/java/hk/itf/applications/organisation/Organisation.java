package hk.itf.applications.organisation;

import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** A registered organisation. Its members are rows of their own. */
@Entity
public class Organisation {

    @Id
    private UUID id;

    @Version
    private int version;

    private String name;

    private String kind;

    private UUID registeredBy;

    private Instant registeredAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Organisation() {}

    private Organisation(UUID id, String name, String kind, UUID registeredBy, Instant registeredAt) {
        this.id = id;
        this.name = name;
        this.kind = kind;
        this.registeredBy = registeredBy;
        this.registeredAt = registeredAt;
    }

    static Organisation register(OrganisationId id, String name, Kind kind, PersonId by, Instant now) {
        return new Organisation(id.value(), name, kind.word(), by.value(), now);
    }

    public OrganisationId id() {
        return OrganisationId.of(id);
    }

    public String name() {
        return name;
    }

    /** The kind as scheme conditions name it, such as {@code company}. */
    public String kind() {
        return kind;
    }

    int version() {
        return version;
    }

    /** The kinds of organisations. */
    public enum Kind {
        COMPANY,
        UNIVERSITY,
        RESEARCH_INSTITUTE,
        RD_CENTRE,
        PUBLIC_BODY,
        TRADE_ASSOCIATION,
        CHARITY;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
