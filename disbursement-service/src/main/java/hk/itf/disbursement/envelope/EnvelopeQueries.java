package hk.itf.disbursement.envelope;

import hk.itf.disbursement.envelope.EnvelopeView.WaitingAwardView;
import hk.itf.infra.http.Page;
import hk.itf.model.DomainException;
import hk.itf.model.id.EnvelopeId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.Uuids;
import hk.itf.model.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Reads envelopes. */
@ApplicationScoped
class EnvelopeQueries {

    /** Most waiting awards shown with an envelope. The list of awards counts a longer queue. */
    private static final int LONGEST_QUEUE_SHOWN = 200;

    private final EntityManager entities;

    EnvelopeQueries(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    EnvelopeView get(EnvelopeId id) {
        entities.flush(); // so that the version shown is the one that will be stored
        var envelope = entities.find(Envelope.class, id.value());
        if (envelope == null) {
            throw DomainException.notFound("envelope");
        }
        return view(envelope);
    }

    @Transactional
    Page<EnvelopeView> list(@Nullable String cursor, @Nullable Integer wanted) {
        var size = Page.size(wanted);
        var after = Page.cursor(cursor).orElse(Uuids.HIGHEST);
        var found = entities.createQuery("from Envelope where id < :after order by id desc", Envelope.class)
                .setParameter("after", after)
                .setMaxResults(size + 1)
                .getResultStream()
                .map(this::view)
                .toList();
        return Page.of(found, size, envelope -> envelope.id().value());
    }

    private EnvelopeView view(Envelope envelope) {
        return new EnvelopeView(
                envelope.id(),
                envelope.scheme().value(),
                envelope.year().label(),
                envelope.appropriated(),
                envelope.recovered(),
                envelope.committed(),
                envelope.decommitted(),
                envelope.carriedIn(),
                envelope.carriedOut(),
                envelope.free(),
                entities.createQuery("from TopUp where envelopeId = :envelope order by id", TopUp.class)
                        .setParameter("envelope", envelope.id().value())
                        .getResultStream()
                        .map(TopUp::view)
                        .toList(),
                entities.createQuery("from CarryOver where envelopeId = :envelope order by id", CarryOver.class)
                        .setParameter("envelope", envelope.id().value())
                        .getResultStream()
                        .map(CarryOver::view)
                        .toList(),
                waiting(envelope.id()),
                envelope.version());
    }

    private List<WaitingAwardView> waiting(EnvelopeId envelope) {
        return entities.unwrap(Session.class)
                .createNativeQuery("""
                        select grant_id, reference, awarded_cents, recorded_at from award
                        where envelope_id = :envelope and waiting_for = 'FUNDS' order by queue_position limit :limit
                        """, Object[].class)
                .setParameter("envelope", envelope.value())
                .setParameter("limit", LONGEST_QUEUE_SHOWN)
                .getResultStream()
                .map(row -> new WaitingAwardView(
                        GrantId.of((UUID) row[0]), (String) row[1], Money.ofCents((Long) row[2]), (Instant) row[3]))
                .toList();
    }
}
