package hk.itf.assessment.scheme;

import hk.itf.model.id.PersonId;
import hk.itf.model.scheme.value.SchemeRef;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A published version of a scheme. It is stored once and never changes. */
@Entity
@Immutable
class SchemeVersion {

    /** Scheme and version, such as {@code rth/v2}. */
    @Id
    private String id;

    private String text;
    private String sha256;
    private UUID publishedBy;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    SchemeVersion() {}

    SchemeVersion(SchemeRef ref, String text, String sha256, PersonId publishedBy) {
        this.id = ref.toString();
        this.text = text;
        this.sha256 = sha256;
        this.publishedBy = publishedBy.value();
    }

    String id() {
        return id;
    }

    String text() {
        return text;
    }

    String sha256() {
        return sha256;
    }
}
