package hk.itf.infra.eventing.sample;

import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.eventing.Reception;
import hk.itf.infra.sql.RowsBeforeCommit;
import hk.itf.model.event.AggregateKey;
import hk.itf.model.event.ApplicationEvent.OfferAccepted;
import hk.itf.model.event.ApplicationEvent.OfferLapsed;
import hk.itf.model.event.ApplicationEvent.OfferMade;
import hk.itf.model.event.ApplicationEvent.SchemeVersionPublished;
import hk.itf.model.event.AssessmentEvent.AssessmentStarted;
import hk.itf.model.event.DisbursementEvent.AwardCommitted;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import hk.itf.model.scheme.value.SchemeId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The use cases of the sample: an offer is made, then accepted or lapsed, and money is committed to an offer. Tests can
 * make the application of a grant's events fail.
 */
@ApplicationScoped
public class Offers {

    private final Set<GrantId> defective = ConcurrentHashMap.newKeySet();
    private final Set<GrantId> uncommittable = ConcurrentHashMap.newKeySet();
    private final Map<GrantId, Integer> passingFailures = new ConcurrentHashMap<>();
    private final Map<GrantId, SchemeId> schemes = new ConcurrentHashMap<>();
    private final Set<SchemeId> published = ConcurrentHashMap.newKeySet();
    private final EntityManager entities;
    private final Outbox outbox;
    private final RowsBeforeCommit<GrantId> refusedRows;

    Offers(EntityManager entities, Outbox outbox, TransactionSynchronizationRegistry transaction) {
        this.entities = entities;
        this.outbox = outbox;
        refusedRows = new RowsBeforeCommit<>(transaction, rows -> {
            throw new SQLException("the rows are refused", "22001");
        });
    }

    /** Events of the grant cannot be applied until {@link #repair}. */
    public void breakDown(GrantId grant) {
        defective.add(grant);
    }

    public void repair(GrantId grant) {
        defective.remove(grant);
    }

    /** Events of the grant are applied, but their transaction cannot be committed. */
    public void breakCommit(GrantId grant) {
        uncommittable.add(grant);
    }

    /** The next attempts to apply an event of the grant fail for a reason that passes. */
    public void failInPassing(GrantId grant, int times) {
        passingFailures.put(grant, times);
    }

    /** An offer of the grant waits for the scheme. */
    public void requireScheme(GrantId grant, SchemeId scheme) {
        schemes.put(grant, scheme);
    }

    /** A command of this service: opens an offer without any event from outside. */
    @Transactional
    public void openByCommand(GrantId grant) {
        entities.persist(new Offer(grant.value()));
        outbox.append(new AssessmentStarted(grant, PersonId.SYSTEM, 1, Instant.EPOCH));
    }

    Reception publish(SchemeVersionPublished version) {
        published.add(version.scheme().id());
        return Reception.APPLIED;
    }

    /** Opens the offer and tells other services, then fails if the grant is broken. */
    Reception open(OfferMade made) {
        var scheme = schemes.get(made.grant());
        if (scheme != null && !published.contains(scheme)) {
            return Reception.early("the scheme is not stored yet", AggregateKey.scheme(scheme));
        }
        entities.persist(new Offer(made.grant().value()));
        outbox.append(new AssessmentStarted(made.grant(), PersonId.SYSTEM, 1, made.madeAt()));
        failIfBroken(made.grant());
        return Reception.APPLIED;
    }

    Reception accept(OfferAccepted accepted) {
        failIfBroken(accepted.grant());
        var offer = find(accepted.grant());
        if (offer == null) {
            return Reception.early("there is no offer yet");
        }
        offer.accept();
        return Reception.APPLIED;
    }

    Reception lapse(OfferLapsed lapsed) {
        var offer = find(lapsed.grant());
        return offer == null || offer.isAccepted() ? Reception.late("the offer is not open") : Reception.APPLIED;
    }

    /** The only event of another topic: it may overtake the offer. */
    Reception commit(AwardCommitted committed) {
        var offer = find(committed.grant());
        if (offer == null) {
            return Reception.early("there is no offer yet");
        }
        failIfBroken(committed.grant());
        offer.count();
        return Reception.APPLIED;
    }

    private @Nullable Offer find(GrantId grant) {
        return entities.find(Offer.class, grant.value());
    }

    private void failIfBroken(GrantId grant) {
        if (uncommittable.contains(grant)) {
            refusedRows.add(grant);
        }
        if (defective.contains(grant)) {
            throw new IllegalStateException("the consumer has a defect");
        }
        if (passingFailures.merge(grant, -1, Integer::sum) >= 0) {
            throw new OptimisticLockException("another transaction was faster");
        }
    }
}
