package hk.itf.infra.duty;

import hk.itf.model.id.GrantId;
import hk.itf.model.json.Json;
import hk.itf.model.json.Sha256;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;

/**
 * An aggregate whose transitions go on the timeline with a fingerprint of the state before and after. The state is a
 * record of everything that matters; its JSON is hashed.
 */
@MappedSuperclass
public abstract class TrackedAggregate {

    @Version
    private int version;

    @Transient
    private String before = "";

    protected abstract GrantId grantId();

    /** What people and the timeline call it, such as {@code application} or {@code tranche/3f…}. */
    protected abstract String subject();

    /** Everything that matters, as a value with a stable JSON. */
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
