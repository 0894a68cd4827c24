package hk.itf.disbursement.award;

import hk.itf.model.id.EnvelopeId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where an award waits, or waited last: the envelope, its place in the queue there, and what for. */
@Embeddable
class QueuePlace {

    private UUID envelopeId;

    @Column(name = "queue_position")
    private @Nullable Long position;

    @Enumerated(EnumType.STRING)
    private @Nullable WaitingFor waitingFor;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected QueuePlace() {}

    static QueuePlace atTheEnd(EnvelopeId envelope, long position) {
        var place = new QueuePlace();
        place.envelopeId = envelope.value();
        place.position = position;
        place.waitingFor = WaitingFor.FUNDS;
        return place;
    }

    /** Among those of another year, in the order in which everybody was recorded. */
    void move(EnvelopeId open) {
        envelopeId = open.value();
    }

    /** Outside the queue, as long as there is a debt. */
    void setAside() {
        position = null;
        waitingFor = WaitingFor.DEBT;
    }

    void leave() {
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
