package hk.itf.disbursement.award;

import hk.itf.model.id.EnvelopeId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The place where an award waits or last waited: its envelope, its position in the queue and the reason. */
@Embeddable
class QueuePlace {

    private UUID envelopeId;

    @Column(name = "queue_position")
    private @Nullable Long position;

    @Enumerated(EnumType.STRING)
    private @Nullable WaitingFor waitingFor;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected QueuePlace() {}

    static QueuePlace last(EnvelopeId envelope, long position) {
        var place = new QueuePlace();
        place.envelopeId = envelope.value();
        place.position = position;
        place.waitingFor = WaitingFor.FUNDS;
        return place;
    }

    /** Moves to the queue of the open year and keeps the position. */
    void move(EnvelopeId open) {
        envelopeId = open.value();
    }

    /** Leaves the queue while the organisation has overdue debt. */
    void waitForDebt() {
        position = null;
        waitingFor = WaitingFor.DEBT;
    }

    void leaveQueue() {
        position = null;
        waitingFor = null;
    }

    EnvelopeId envelope() {
        return EnvelopeId.of(envelopeId);
    }

    @Nullable
    WaitingFor waitingFor() {
        return waitingFor;
    }
}
