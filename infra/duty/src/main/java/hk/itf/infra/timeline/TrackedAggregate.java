package hk.itf.infra.timeline;

import hk.itf.model.id.GrantId;
import hk.itf.model.json.Json;
import hk.itf.model.json.Sha256;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate whose transitions are recorded on the timeline, with a fingerprint of its state before and after. The
 * fingerprint is the SHA-256 of the JSON of {@link #state}.
 */
@MappedSuperclass
public abstract class TrackedAggregate {

    @Version
    private int version;

    /** The state when it was loaded or last recorded; null for a new aggregate. */
    @Transient
    private @Nullable Object before;

    protected abstract GrantId grantId();

    /** The name of the aggregate on the timeline, such as {@code application} or {@code tranche/3f…}. */
    protected abstract String subject();

    /** The state that the fingerprint covers, as a record with stable JSON. The record must not change with the aggregate. */
    protected abstract Object state();

    public int version() {
        return version;
    }

    /** Most loaded aggregates are only read, so that the fingerprint is calculated when a transition is recorded. */
    @PostLoad
    void remember() {
        before = state();
    }

    /** The fingerprint of the remembered state; empty for a new aggregate. */
    String fingerprint() {
        return before == null ? "" : Sha256.of(Json.write(before));
    }
}
