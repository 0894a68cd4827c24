package hk.itf.infra.eventing.sample;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;

/** An offer as the sample service knows it. Counts the events applied to it. */
@Entity
public class Offer {

    @Id
    private UUID id;

    @Version
    private int version;

    private boolean accepted;
    private int applied;

    @SuppressWarnings("NullAway.Init")
    protected Offer() {}

    Offer(UUID id) {
        this.id = id;
        applied = 1;
    }

    void accept() {
        accepted = true;
        applied++;
    }

    public void count() {
        applied++;
    }

    boolean isAccepted() {
        return accepted;
    }

    int applied() {
        return applied;
    }
}
