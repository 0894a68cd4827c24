package hk.itf.disbursement.grant;

/** A law of money, and the statement that finds what breaks it. One statement each: one moment of the database. */
enum Law {
    /** A transfer has two ends, so the sum is zero by itself; what can go wrong is an end that nobody answers for. */
    BOOKS_SUM_TO_ZERO("The books sum to zero over accounts that exist", """
            select account from ((select debit as account from transfer union select credit from transfer) except (
              select 'appropriation'
              union all select 'envelope:' || scheme || ':' || financial_year from envelope
              union all select 'committed:' || grant_id from award
              union all select 'clearing:' || grant_id from award
              union all select 'paid:' || grant_id from award
              union all select 'receivable:' || grant_id from award
              union all select 'recovered:' || scheme || ':' || financial_year from envelope)) unknown
            """),
    AWARD_COUNTERS_ARE_THE_LEDGER("The counters of every award are what its transfers say", """
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
    ENVELOPE_COUNTERS_ARE_THE_LEDGER("The counters of every envelope are what its transfers and awards say", """
            select e.id from envelope e
            where e.free_cents <>
                (select coalesce(sum(case when t.credit = 'envelope:' || e.scheme || ':' || e.financial_year then t.amount_cents
                                          when t.debit = 'envelope:' || e.scheme || ':' || e.financial_year then -t.amount_cents end), 0)
                 from transfer t)
              or e.committed_cents <> (select coalesce(sum(t.amount_cents), 0) from transfer t
                                       where t.debit = 'envelope:' || e.scheme || ':' || e.financial_year and t.reason = 'COMMIT')
              or e.decommitted_cents <> (select coalesce(sum(t.amount_cents), 0) from transfer t
                                         where t.credit = 'envelope:' || e.scheme || ':' || e.financial_year and t.reason = 'DECOMMIT')
              or e.carried_in_cents <> (select coalesce(sum(t.amount_cents), 0) from transfer t
                                        where t.credit = 'envelope:' || e.scheme || ':' || e.financial_year and t.reason = 'CARRY_OVER')
              or e.carried_out_cents <> (select coalesce(sum(c.carried_cents), 0) from carry_over c where c.envelope_id = e.id)
              or e.appropriated_cents <> (select coalesce(sum(u.amount_cents), 0) from top_up u
                                          where u.envelope_id = e.id and u.status = 'CONFIRMED')
              or e.recovered_cents <> (select coalesce(sum(t.amount_cents), 0) from transfer t
                                       where t.debit = 'recovered:' || e.scheme || ':' || e.financial_year)
            """),
    PAID_RELEASED_COMMITTED(
            "Paid, owed and recovered are within released, released within committed, committed within the envelope",
            """
            select a.grant_id from award a
            where not (0 <= a.paid_cents and 0 <= a.owed_cents and 0 <= a.recovered_cents
              and a.paid_cents + a.owed_cents + a.recovered_cents <= a.released_cents and a.released_cents <= a.committed_cents)
            union all
            select e.id from envelope e where e.free_cents < 0
            """),
    SCHEMES_COMMITTED_WHAT_AWARDS_HAVE(
            "What the envelopes of a scheme committed and did not get back is what its awards have committed", """
            with promised as (
              select scheme, sum(committed_cents - decommitted_cents) as amount from envelope group by scheme),
            had as (
              select scheme, sum(committed_cents) as amount from award where scheme is not null group by scheme)
            select scheme from promised full join had using (scheme)
            where coalesce(promised.amount, 0) <> coalesce(had.amount, 0)
            """),
    TRANCHES_AND_UNDRAWN_ARE_THE_VERSION("Tranches and undrawn are the version in force, to the cent", """
            select v.grant_id from award_version v join award a using (grant_id)
            where v.status = 'IN_FORCE'
              and (v.awarded_cents <> a.awarded_cents or v.number <> a.in_force
                or v.awarded_cents <> v.undrawn_cents
                  + (select coalesce(sum(t.payable_cents), 0) from tranche t where t.grant_id = v.grant_id))
            """),
    VERSION_COVERS_WHAT_IS_PAID("A version is never below what is released", """
            select v.grant_id from award_version v join award a using (grant_id)
            where v.status = 'IN_FORCE' and v.awarded_cents < a.released_cents
            """),
    ONE_LIVE_ATTEMPT("A tranche has at most one live or booked attempt", """
            select tranche_id from attempt where status in ('INSTRUCTED', 'BOOKED') group by tranche_id having count(*) > 1
            """),
    TRANCHE_IS_ITS_ATTEMPT(
            "A tranche is released with one instructed attempt of what was not set off, paid with one booked, else with none",
            """
            select t.id from tranche t
            where (t.status = 'RELEASED' or (t.status = 'PAID' and t.set_off_cents < t.payable_cents)) <> exists (select from attempt a where a.tranche_id = t.id and a.status <> 'BOUNCED')
              or exists (select from attempt a where a.tranche_id = t.id and a.status <> 'BOUNCED'
                         and (a.amount_cents <> t.payable_cents - t.set_off_cents
                           or a.status <> case t.status when 'RELEASED' then 'INSTRUCTED' else 'BOOKED' end))
            """),
    ATTEMPT_IS_ITS_TRANSFERS("An attempt has exactly the transfers of its status, each of its amount", """
            select a.id from attempt a
            where (select string_agg(t.reason, ' ' order by t.reason) from transfer t
                   where t.cause = cast(a.id as text) and t.amount_cents = a.amount_cents)
              is distinct from case
                when a.status = 'INSTRUCTED' then 'RELEASE'
                when a.status = 'BOOKED' then 'BOOKED RELEASE'
                when a.booked_at is null then 'BOUNCE RELEASE'
                else 'BOOKED BOUNCE RELEASE' end
            """),
    NOBODY_WAITS_WITHOUT_NEED("Whoever is first in a queue does not fit what is free", """
            select a.grant_id from award a join envelope e on e.id = a.envelope_id
            join award_version v on v.grant_id = a.grant_id and v.status = 'WAITING_FOR_FUNDS'
            where a.waiting_for = 'FUNDS' and v.awarded_cents - a.committed_cents <= e.free_cents
              and a.queue_position = (select min(q.queue_position) from award q where q.envelope_id = e.id)
            """),
    CLOSED_KEEPS_NOTHING(
            "A closed award owes nothing and has nothing committed that was not paid, nor has one that was ended; a void or waiting one has nothing",
            """
            select grant_id from award
            where (status = 'CLOSED' and (owed_cents <> 0 or committed_cents <> paid_cents + recovered_cents))
              or (status = 'TERMINATED' and released_cents <> paid_cents + owed_cents + recovered_cents) or (status in ('VOIDED', 'WAITING') and committed_cents <> 0)
            """),
    RECEIVABLE_IS_ITS_TRANSFERS(
            "A receivable was raised once, and what came back of it is what its transfers say", """
            with came as (
              select r.receivable_id as id, sum(t.amount_cents) as amount from recovery r
              join transfer t on t.cause = cast(r.id as text) and t.reason = 'RECOVER' group by r.receivable_id)
            select o.id from receivable o left join came on came.id = o.id
            where (select count(*) from transfer t where t.cause = cast(o.id as text) and t.reason = 'RAISE'
                   and t.amount_cents = o.raised_cents and t.debit = 'paid:' || o.grant_id) <> 1
              or (o.status = 'CANCELLED') <> exists (select from transfer t where t.cause = cast(o.id as text)
                  and t.reason = 'UNDO_RAISE' and t.amount_cents = o.raised_cents)
              or (o.status <> 'CANCELLED' and o.outstanding_cents <> o.raised_cents - coalesce(came.amount, 0))
            """),
    AWARD_OWES_ITS_RECEIVABLES("What an award owes and has paid back is what its receivables say", """
            select a.grant_id from award a
            where a.owed_cents <> (select coalesce(sum(o.outstanding_cents), 0) from receivable o where o.grant_id = a.grant_id)
              or a.recovered_cents <> (select coalesce(sum(o.raised_cents - o.outstanding_cents), 0) from receivable o
                                       where o.grant_id = a.grant_id and o.status <> 'CANCELLED')
            """),
    RECOVERED_REACHES_ITS_ENVELOPE("What was recovered was confirmed, and has gone on to its envelope", """
            select r.id from recovery r
            where (select string_agg(t.reason, ' ' order by t.reason) from transfer t
                   where t.cause = cast(r.id as text) and t.amount_cents = r.amount_cents)
              is distinct from case
                when r.status <> 'CONFIRMED' then null
                when r.how = 'CASH' then 'RECOVER RETURN'
                else 'RECOVER RETURN SET_OFF' end
            """),
    SET_OFF_ON_BOTH_SIDES("What was set off against a tranche is what the recoveries of others' debts say", """
            select t.id from tranche t
            where t.set_off_cents <> (select coalesce(sum(r.amount_cents), 0) from recovery r
                                      where r.tranche_id = t.id and r.status = 'CONFIRMED')
            """),
    ADVANCE_IS_NETTED(
            "A tranche whose claim is decided, and its advance, pay what was accepted and what is owed back", """
            select t.id from tranche t join tranche a on a.advance_of = t.id and a.status <> 'CANCELLED'
            join award w on w.grant_id = t.grant_id and w.keep_cents is null
            left join receivable o on o.tranche_id = a.id and o.status <> 'CANCELLED'
            where (t.accepted_cents is not null or t.status = 'CANCELLED') and t.settles_at_cents is null
              and t.payable_cents + a.payable_cents - coalesce(o.raised_cents, 0) > coalesce(t.accepted_cents, 0)
            """);

    private final String sentence;
    private final String violations;

    Law(String sentence, String violations) {
        this.sentence = sentence;
        this.violations = violations;
    }

    String sentence() {
        return sentence;
    }

    String violations() {
        return violations;
    }
}
