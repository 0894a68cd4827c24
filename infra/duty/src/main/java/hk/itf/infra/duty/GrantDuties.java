package hk.itf.infra.duty;

import static hk.itf.model.NamedValue.value;

import hk.itf.infra.sql.ScalarQuery;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.DomainException;
import hk.itf.model.duty.Duty;
import hk.itf.model.duty.TakenDuty;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.Uuids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Optional;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * The duties people hold for each grant. One person holds one duty of a grant; repeating one's own duty changes nothing.
 * The handlers of this service take duties, {@link LearnDuties} adds those taken in other services. No role is exempt.
 */
@ApplicationScoped
public class GrantDuties {

    private static final Logger LOG = Logger.getLogger(GrantDuties.class);

    private final Session entities;
    private final Timeline timeline;
    private final Clock clock;

    GrantDuties(Session entities, Timeline timeline, Clock clock) {
        this.entities = entities;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * Takes a duty for the person who acts now.
     *
     * @throws DomainException {@code one-person-one-duty} when the person already holds another duty of this grant
     */
    @Transactional(TxType.MANDATORY)
    public void take(GrantId grant, PersonId person, Duty duty) {
        var held = insert(grant, person, duty);
        if (held != duty) {
            throw DomainException.conflict("one-person-one-duty", value("held", held), value("wanted", duty));
        }
    }

    /** Records a duty taken in another service. A second duty cannot be refused any more: it becomes a duty conflict. */
    @Transactional(TxType.MANDATORY)
    void learn(TakenDuty taken) {
        var held = insert(taken.grant(), taken.person(), taken.duty());
        if (held != taken.duty()) {
            raise(taken.grant(), taken.person(), held, taken.duty());
        }
    }

    /**
     * The act behind the duty a person holds was undone, and they hold the one they took elsewhere instead: another
     * person has to repeat the act.
     */
    @Transactional(TxType.MANDATORY)
    public void giveUp(GrantId grant, PersonId person, Duty undone, Duty instead) {
        entities.createNativeMutationQuery(
                        "update grant_duty set duty = :instead where grant_id = :grant and person = :person and duty = :undone")
                .setParameter("instead", instead.name())
                .setParameter("grant", grant.value())
                .setParameter("person", person.value())
                .setParameter("undone", undone.name())
                .executeUpdate();
    }

    public Optional<Duty> of(GrantId grant, PersonId person) {
        return ScalarQuery.of(
                        entities,
                        "select duty from grant_duty where grant_id = :grant and person = :person",
                        String.class)
                .setParameter("grant", grant.value())
                .setParameter("person", person.value())
                .getResultStream()
                .map(Duty::valueOf)
                .findFirst();
    }

    public boolean inConflict(GrantId grant) {
        return ScalarQuery.of(
                                entities,
                                "select count(*) from duty_conflict where grant_id = :grant and resolved_at is null",
                                Long.class)
                        .setParameter("grant", grant.value())
                        .getSingleResult()
                > 0;
    }

    /** Put on record once, however often it is heard of. */
    private void raise(GrantId grant, PersonId person, Duty held, Duty also) {
        var id = Uuids.next();
        var raised = entities.createNativeMutationQuery(
                        "insert into duty_conflict (id, grant_id, person, held, also) values (:id, :grant, :person, :held, :also)"
                                + " on conflict do nothing")
                .setParameter("id", id)
                .setParameter("grant", grant.value())
                .setParameter("person", person.value())
                .setParameter("held", held.name())
                .setParameter("also", also.name())
                .executeUpdate();
        if (raised > 0) {
            timeline.note(
                    grant,
                    "duty-conflict/" + id,
                    "RAISE",
                    person,
                    "holds %s and was also %s".formatted(held, also),
                    clock.instant());
            LOG.warnf("grant %s: person %s holds %s and was also %s", grant, person, held, also);
        }
    }

    private Duty insert(GrantId grant, PersonId person, Duty duty) {
        entities.createNativeMutationQuery(
                        "insert into grant_duty (grant_id, person, duty) values (:grant, :person, :duty) on conflict do nothing")
                .setParameter("grant", grant.value())
                .setParameter("person", person.value())
                .setParameter("duty", duty.name())
                .executeUpdate();
        return of(grant, person).orElseThrow();
    }
}
