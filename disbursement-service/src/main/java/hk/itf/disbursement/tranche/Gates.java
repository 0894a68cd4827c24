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
import java.util.stream.Collectors;
import org.hibernate.Session;

/**
 * Stores the gates of tranches, one row per tranche and gate. Every tranche has the gate PAYEE_VERIFIED, planned or
 * not, because the fund pays to verified bank details only. The row of PAYEE_VERIFIED is never marked as met: whether
 * the gate is met is read from the organisation's bank details at every act. The statement that adds or meets gates also
 * changes the number of unmet gates of the tranche, by which the sweep finds tranches to make due.
 */
@ApplicationScoped
public class Gates {

    /** Lowers the number of unmet gates of the tranches whose gates the CTE {@code met} has met. */
    private static final String COUNT_DOWN = """
            update tranche t set unmet_gates = t.unmet_gates - c.gates
            from (select tranche_id, count(*) as gates from met group by tranche_id) c where t.id = c.tranche_id
            """;

    private final EntityManager entities;

    Gates(EntityManager entities) {
        this.entities = entities;
    }

    public void add(TrancheId tranche, Set<Gate> planned) {
        var gates = EnumSet.of(Gate.PAYEE_VERIFIED);
        gates.addAll(planned);
        entities.createNativeQuery("""
                        with added as (
                          insert into tranche_gate (tranche_id, gate)
                          select :tranche, gate from unnest(string_to_array(:gates, ',')) as planned (gate)
                          returning gate)
                        update tranche set unmet_gates = (select count(*) from added where gate <> 'PAYEE_VERIFIED')
                        where id = :tranche
                        """)
                .setParameter("tranche", tranche.value())
                .setParameter("gates", joined(gates))
                .executeUpdate();
    }

    /**
     * Marks gates as met. Gates that the tranche lacks are ignored; a gate that is already met keeps its first moment.
     */
    public void meet(TrancheId tranche, Collection<Gate> gates, Instant now) {
        entities.createNativeQuery("""
                        with met as (
                          update tranche_gate set met_at = :now
                          where tranche_id = :tranche and gate = any (string_to_array(:gates, ','))
                            and gate <> 'PAYEE_VERIFIED' and met_at is null
                          returning tranche_id)
                        """ + COUNT_DOWN)
                .setParameter("now", now)
                .setParameter("tranche", tranche.value())
                .setParameter("gates", joined(gates))
                .executeUpdate();
    }

    /** Marks a gate as met on every tranche of a grant that has the gate. */
    public void meetOnAll(GrantId grant, Gate gate, Instant now) {
        entities.createNativeQuery("""
                        with met as (
                          update tranche_gate set met_at = :now
                          where gate = :gate and gate <> 'PAYEE_VERIFIED' and met_at is null
                            and tranche_id in (select id from tranche where grant_id = :grant)
                          returning tranche_id)
                        """ + COUNT_DOWN)
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

    private static String joined(Collection<Gate> gates) {
        return gates.stream().map(Gate::name).collect(Collectors.joining(","));
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
