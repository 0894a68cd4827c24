package hk.itf.disbursement.tranche;

import hk.itf.model.id.GrantId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.scheme.tranche.Gate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Session;

/**
 * Stores the gates of tranches, one row per tranche and gate. Every tranche has the gate PAYEE_VERIFIED, planned or
 * not, because the fund pays to verified bank details only. The row of PAYEE_VERIFIED is never marked as met: whether
 * the gate is met is read from the organisation's bank details at every act.
 */
@ApplicationScoped
public class Gates {

    private final EntityManager entities;

    Gates(EntityManager entities) {
        this.entities = entities;
    }

    public void add(TrancheId tranche, Set<Gate> planned) {
        var gates = EnumSet.of(Gate.PAYEE_VERIFIED);
        gates.addAll(planned);
        for (var gate : gates) {
            entities.createNativeQuery("insert into tranche_gate (tranche_id, gate) values (:tranche, :gate)")
                    .setParameter("tranche", tranche.value())
                    .setParameter("gate", gate.name())
                    .executeUpdate();
        }
    }

    /**
     * Marks gates as met. Gates that the tranche lacks are ignored; a gate that is already met keeps its first moment.
     */
    public void meet(TrancheId tranche, Collection<Gate> gates, Instant now) {
        for (var gate : gates) {
            entities.createNativeQuery("""
                            update tranche_gate set met_at = :now
                            where tranche_id = :tranche and gate = :gate and gate <> 'PAYEE_VERIFIED' and met_at is null
                            """)
                    .setParameter("now", now)
                    .setParameter("tranche", tranche.value())
                    .setParameter("gate", gate.name())
                    .executeUpdate();
        }
    }

    /** Marks a gate as met on every tranche of a grant that has the gate. */
    public void meetOnAll(GrantId grant, Gate gate, Instant now) {
        entities.createNativeQuery("""
                        update tranche_gate set met_at = :now where gate = :gate and met_at is null
                        and tranche_id in (select id from tranche where grant_id = :grant)
                        """)
                .setParameter("now", now)
                .setParameter("gate", gate.name())
                .setParameter("grant", grant.value())
                .executeUpdate();
    }

    /** Whether every gate except PAYEE_VERIFIED is met. */
    public boolean areMet(TrancheId tranche) {
        return of(tranche).entrySet().stream()
                .allMatch(gate ->
                        gate.getKey() == Gate.PAYEE_VERIFIED || gate.getValue().isPresent());
    }

    /** The gates of a tranche, each with the moment it was met; empty for an unmet gate. */
    public Map<Gate, Optional<Instant>> of(TrancheId tranche) {
        var gates = new EnumMap<Gate, Optional<Instant>>(Gate.class);
        entities.unwrap(Session.class)
                .createNativeQuery("select gate, met_at from tranche_gate where tranche_id = :tranche", Object[].class)
                .setParameter("tranche", tranche.value())
                .getResultStream()
                .forEach(row -> gates.put(Gate.valueOf((String) row[0]), Optional.ofNullable((Instant) row[1])));
        return gates;
    }
}
