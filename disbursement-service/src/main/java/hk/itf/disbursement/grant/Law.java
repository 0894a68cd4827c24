package hk.itf.disbursement.grant;

/**
 * A law of money: a statement about the rows that must hold at every moment. Each law has one query that selects the
 * rows that break the law, so that one query sees one moment. The sentence of a law is its label in the text files.
 */
enum Law {
    /**
     * Every transfer has a debit and a credit, so the sum is always zero. The query finds accounts without an owner.
     */
    BOOKS_SUM_TO_ZERO("""
        select account from ((select debit as account from transfer union select credit from transfer) except (
          select 'appropriation'
          union all select 'envelope:' || scheme || ':' || financial_year from envelope
          union all select 'committed:' || grant_id from award
          union all select 'clearing:' || grant_id from award
          union all select 'paid:' || grant_id from award
          union all select 'receivable:' || grant_id from award
          union all select 'recovered:' || scheme || ':' || financial_year from envelope)) unknown
        """),
    AWARD_MATCHES_LEDGER("""
        with balance as (
          select account, sum(amount) as amount from (
            select credit as account, amount_cents as amount from transfer
            union all select debit, -amount_cents from transfer) ends
          group by account)
        select a.grant_id from award a
        left join balance committed on committed.account = 'committed:' || a.grant_id
        left join balance clearing on clearing.account = 'clearing:' || a.grant_id
        left join balance paid on paid.account = 'paid:' || a.grant_id
        left join balance owed on owed.account = 'receivable:' || a.grant_id
        where a.committed_cents - a.released_cents <> coalesce(committed.amount, 0)
          or a.released_cents - a.paid_cents - a.owed_cents - a.recovered_cents <> coalesce(clearing.amount, 0)
          or a.owed_cents <> coalesce(owed.amount, 0)
          or a.paid_cents <> coalesce(paid.amount, 0)
        """),
    ENVELOPE_MATCHES_LEDGER("""
        with moved as (
          select account, sum(came) - sum(went) as balance, sum(went) as went,
            sum(went) filter (where reason = 'COMMIT') as committed,
            sum(came) filter (where reason = 'DECOMMIT') as decommitted,
            sum(came) filter (where reason = 'CARRY_OVER') as carried_in
          from (
            select credit as account, reason, amount_cents as came, 0 as went from transfer
            union all select debit, reason, 0, amount_cents from transfer) ends
          group by account)
        select e.id from envelope e
        left join moved own on own.account = 'envelope:' || e.scheme || ':' || e.financial_year
        left join moved recovery on recovery.account = 'recovered:' || e.scheme || ':' || e.financial_year
        where e.free_cents <> coalesce(own.balance, 0)
          or e.committed_cents <> coalesce(own.committed, 0)
          or e.decommitted_cents <> coalesce(own.decommitted, 0)
          or e.carried_in_cents <> coalesce(own.carried_in, 0)
          or e.carried_out_cents <> (select coalesce(sum(c.carried_cents), 0) from carry_over c where c.envelope_id = e.id)
          or e.appropriated_cents <> (select coalesce(sum(u.amount_cents), 0) from top_up u
                                      where u.envelope_id = e.id and u.status = 'CONFIRMED')
          or e.recovered_cents <> coalesce(recovery.went, 0)
        """),
    PAID_WITHIN_RELEASED_WITHIN_COMMITTED("""
        select a.grant_id from award a
        where not (0 <= a.paid_cents and 0 <= a.owed_cents and 0 <= a.recovered_cents
          and a.paid_cents + a.owed_cents + a.recovered_cents <= a.released_cents and a.released_cents <= a.committed_cents)
        union all
        select e.id from envelope e where e.free_cents < 0
        """),
    SCHEME_COMMITMENTS_MATCH_AWARDS("""
        with envelopes as (
          select scheme, sum(committed_cents - decommitted_cents) as amount from envelope group by scheme),
        awards as (
          select scheme, sum(committed_cents) as amount from award where scheme is not null group by scheme)
        select scheme from envelopes full join awards using (scheme)
        where coalesce(envelopes.amount, 0) <> coalesce(awards.amount, 0)
        """),
    TRANCHES_AND_UNDRAWN_MATCH_VERSION("""
        select v.grant_id from award_version v join award a using (grant_id)
        where v.status = 'IN_FORCE'
          and (v.awarded_cents <> a.awarded_cents or v.number <> a.in_force
            or v.awarded_cents <> v.undrawn_cents
              + (select coalesce(sum(t.payable_cents), 0) from tranche t where t.grant_id = v.grant_id))
        """),
    VERSION_COVERS_RELEASED("""
        select v.grant_id from award_version v join award a using (grant_id)
        where v.status = 'IN_FORCE' and v.awarded_cents < a.released_cents
        """),
    ONE_LIVE_ATTEMPT("""
        select tranche_id from attempt where status in ('INSTRUCTED', 'BOOKED') group by tranche_id having count(*) > 1
        """),
    TRANCHE_MATCHES_ATTEMPT("""
        select t.id from tranche t
        where (t.status = 'RELEASED' or (t.status = 'PAID' and t.set_off_cents < t.payable_cents)) <> exists (select from attempt a where a.tranche_id = t.id and a.status <> 'BOUNCED')
          or exists (select from attempt a where a.tranche_id = t.id and a.status <> 'BOUNCED'
                     and (a.amount_cents <> t.payable_cents - t.set_off_cents
                       or a.status <> case t.status when 'RELEASED' then 'INSTRUCTED' else 'BOOKED' end))
        """),
    ATTEMPT_MATCHES_TRANSFERS("""
        select a.id from attempt a
        where (select string_agg(t.reason, ' ' order by t.reason) from transfer t
               where t.cause = cast(a.id as text) and t.amount_cents = a.amount_cents)
          is distinct from case
            when a.status = 'INSTRUCTED' then 'RELEASE'
            when a.status = 'BOOKED' then 'BOOKED RELEASE'
            when a.booked_at is null then 'BOUNCE RELEASE'
            else 'BOOKED BOUNCE RELEASE' end
        """),
    FIRST_IN_QUEUE_EXCEEDS_FREE("""
        select a.grant_id from award a join envelope e on e.id = a.envelope_id
        join award_version v on v.grant_id = a.grant_id and v.status = 'WAITING_FOR_FUNDS'
        where a.waiting_for = 'FUNDS' and v.awarded_cents - a.committed_cents <= e.free_cents
          and a.queue_position = (select min(q.queue_position) from award q where q.envelope_id = e.id)
        """),
    ENDED_AWARD_HAS_NO_OPEN_MONEY("""
        select grant_id from award
        where (status = 'CLOSED' and (owed_cents <> 0 or committed_cents <> paid_cents + recovered_cents))
          or (status = 'TERMINATED' and released_cents <> paid_cents + owed_cents + recovered_cents) or (status in ('VOIDED', 'WAITING') and committed_cents <> 0)
        """),
    RECEIVABLE_MATCHES_TRANSFERS("""
        with recovered as (
          select r.receivable_id as id, sum(t.amount_cents) as amount from recovery r
          join transfer t on t.cause = cast(r.id as text) and t.reason = 'RECOVER' group by r.receivable_id)
        select o.id from receivable o left join recovered on recovered.id = o.id
        where (select count(*) from transfer t where t.cause = cast(o.id as text) and t.reason = 'RAISE'
               and t.amount_cents = o.raised_cents and t.debit = 'paid:' || o.grant_id) <> 1
          or (o.status = 'CANCELLED') <> exists (select from transfer t where t.cause = cast(o.id as text)
              and t.reason = 'UNDO_RAISE' and t.amount_cents = o.raised_cents)
          or (o.status <> 'CANCELLED' and o.outstanding_cents <> o.raised_cents - coalesce(recovered.amount, 0))
        """),
    AWARD_MATCHES_RECEIVABLES("""
        select a.grant_id from award a
        where a.owed_cents <> (select coalesce(sum(o.outstanding_cents), 0) from receivable o where o.grant_id = a.grant_id)
          or a.recovered_cents <> (select coalesce(sum(o.raised_cents - o.outstanding_cents), 0) from receivable o
                                   where o.grant_id = a.grant_id and o.status <> 'CANCELLED')
        """),
    RECOVERY_MATCHES_TRANSFERS("""
        select r.id from recovery r
        where (select string_agg(t.reason, ' ' order by t.reason) from transfer t
               where t.cause = cast(r.id as text) and t.amount_cents = r.amount_cents)
          is distinct from case
            when r.status <> 'CONFIRMED' then null
            when r.how = 'CASH' then 'RECOVER RETURN'
            else 'RECOVER RETURN SET_OFF' end
        """),
    SET_OFF_MATCHES_RECOVERIES("""
        select t.id from tranche t
        where t.set_off_cents <> (select coalesce(sum(r.amount_cents), 0) from recovery r
                                  where r.tranche_id = t.id and r.status = 'CONFIRMED')
        """),
    ADVANCE_IS_DEDUCTED("""
        select t.id from tranche t join tranche a on a.advance_of = t.id and a.status <> 'CANCELLED'
        join award w on w.grant_id = t.grant_id and w.keep_cents is null
        left join receivable o on o.tranche_id = a.id and o.status <> 'CANCELLED'
        where (t.accepted_cents is not null or t.status = 'CANCELLED') and t.settles_at_cents is null
          and t.payable_cents + a.payable_cents - coalesce(o.raised_cents, 0) > coalesce(t.accepted_cents, 0)
        """),
    /** The sweep that makes tranches due trusts the count. */
    UNMET_GATES_ARE_COUNTED("""
        select t.id from tranche t
        where t.unmet_gates <> (select count(*) from tranche_gate g
                                where g.tranche_id = t.id and g.met_at is null and g.gate <> 'PAYEE_VERIFIED')
        """),
    /** The sweep that closes awards trusts the count. */
    OPEN_TRANCHES_ARE_COUNTED("""
        select a.grant_id from award a
        where a.open_tranches <> (select count(*) from tranche t
                                  where t.grant_id = a.grant_id and t.status not in ('PAID', 'CANCELLED'))
        """);

    private final String violations;

    Law(String violations) {
        this.violations = violations;
    }

    /** The query that selects the rows that break the law. */
    String violations() {
        return violations;
    }
}
