package hk.itf.disbursement.dutyconflict;

import hk.itf.infra.sql.ScalarQuery;
import hk.itf.model.duty.Duty;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;

/** Reads whether money depends on a person's act for a grant. */
@ApplicationScoped
class ActStatuses {

    /** Proposing a set-off counts as preparing. A confirmed set-off is final; a proposed one can be withdrawn. */
    private static final String PREPARED = """
            with prepared as (
              select status <> 'PREPARED' as is_final from tranche where grant_id = :grant and prepared_by = :person
              union all
              select r.status = 'CONFIRMED' from recovery r join tranche t on t.id = r.tranche_id
              where t.grant_id = :grant and r.proposed_by = :person and r.status <> 'WITHDRAWN')
            select case when count(*) = 0 then 'UNDONE' when bool_or(is_final) then 'FINAL' else 'REVOCABLE' end from prepared
            """;

    /** Only the timeline names the releaser of an attempt. Confirming a set-off counts as releasing and is final. */
    private static final String RELEASED = """
            select case
              when exists (select from recovery r join tranche t on t.id = r.tranche_id
                           where t.grant_id = :grant and r.confirmed_by = :person) then 'FINAL'
              when count(*) = 0 then 'UNDONE' else 'FINAL' end
            from attempt a join timeline t on t.grant_id = a.grant_id and t.subject = 'attempt/' || a.id
            where a.grant_id = :grant and a.status <> 'BOUNCED' and t.transition = 'INSTRUCT' and t.actor = :person
            """;

    private static final String VERIFIED_PAYEE = """
            select case
              when exists (select from attempt a join payee p on p.organisation = a.organisation and p.number = a.payee_version
                           where a.grant_id = :grant and a.status <> 'BOUNCED' and p.verified_by = :person) then 'FINAL'
              when exists (select from award a join payee p on p.organisation = a.organisation
                           where a.grant_id = :grant and p.status = 'VERIFIED' and p.verified_by = :person) then 'REVOCABLE'
              else 'UNDONE' end
            """;

    private final EntityManager entities;

    ActStatuses(EntityManager entities) {
        this.entities = entities;
    }

    /** The status of the act behind a duty. Acts in other services are always {@code FINAL}. */
    @Transactional(TxType.MANDATORY)
    ActStatus statusOf(GrantId grant, PersonId person, Duty duty) {
        return sql(duty)
                .map(sql -> ActStatus.valueOf(ScalarQuery.of(entities, sql, String.class)
                        .setParameter("grant", grant.value())
                        .setParameter("person", person.value())
                        .getSingleResult()))
                .orElse(ActStatus.FINAL);
    }

    /**
     * SQL of the status of an act, for a query over conflicts.
     *
     * @param conflict alias of a row with the columns grant_id, person and held; its act belongs to this service
     */
    static String of(String conflict) {
        return "case %1$s.held when 'PREPARED' then (%2$s) when 'RELEASED' then (%3$s) else (%4$s) end"
                .formatted(conflict, PREPARED, RELEASED, VERIFIED_PAYEE)
                .replace(":grant", conflict + ".grant_id")
                .replace(":person", conflict + ".person");
    }

    /** The query for a duty; empty when the act belongs to another service. */
    private static Optional<String> sql(Duty duty) {
        return switch (duty) {
            case PREPARED -> Optional.of(PREPARED);
            case RELEASED -> Optional.of(RELEASED);
            case VERIFIED_PAYEE -> Optional.of(VERIFIED_PAYEE);
            case SUBMITTED, SCORED, DECIDED, VETTED_CLAIM -> Optional.empty();
        };
    }
}
