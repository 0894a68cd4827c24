package hk.itf.infra.timeline;

import hk.itf.model.id.GrantId;
import hk.itf.model.json.Json;
import hk.itf.model.json.Sha256;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;

/**
 * An aggregate whose transitions are recorded on the timeline, with a fingerprint of its state before and after. The
 * fingerprint is the SHA-256 of the JSON of {@link #state}.
 */
@MappedSuperclass
public abstract class TrackedAggregate {

    @Version
    private int version;

    @Transient
    private String before = "";

    protected abstract GrantId grantId();

    /** The name of the aggregate on the timeline, such as {@code application} or {@code tranche/3f…}. */
    protected abstract String subject();

    /** The state that the fingerprint covers, as a record with stable JSON. */
    protected abstract Object state();

    public int version() {
        return version;
    }

    @PostLoad
    void remember() {
        before = fingerprint();
    }

    String before() {
        return before;
    }

    String fingerprint() {
        return Sha256.of(Json.write(state()));
    }
}
