-- Rows for MillionRows: 4,000 awards with two tranches each. The last digit of an award's number tells its situation:
-- 0 and 1 are paid and wait for a next stage, 2 has tranches that wait for a payee only, 3 and 4 wait for a debt,
-- 5 waits for funds, 6 was terminated, 7 is being terminated and waits for the bank, 8 and 9 are closed.
insert into small_table values
  ('envelope', 'a row for each scheme and year'), ('top_up', 'a few for each envelope'),
  ('carry_over', 'one for each envelope'), ('bank_position', 'one row'), ('payment_sender', 'one row');

insert into envelope (id, version, scheme, financial_year, appropriated_cents, recovered_cents, decommitted_cents,
  carried_in_cents, committed_cents, carried_out_cents)
select pg_temp.id(7, i), 0, 'rth', (2000 + i) || '-' || lpad(cast(i + 1 as text), 2, '0'), 0, 0, 0, 0, 0, 0
from generate_series(1, 20) i;
insert into top_up (id, version, envelope_id, amount_cents, reason, status, proposed_by, proposed_at)
select pg_temp.id(8, i), 0, pg_temp.id(7, i % 20 + 1), 1, 'a test', 'PROPOSED', pg_temp.id(3, 1), clock_timestamp()
from generate_series(1, 40) i;
insert into bank_position (position) values (1000000000000);
insert into payment_sender (holder, leased_until) values (pg_temp.id(3, 1), '-infinity');

insert into award (grant_id, version, status, reference, scheme, scheme_version, organisation, parties, envelope_id,
  queue_position, waiting_for, in_force, awarded_cents, committed_cents, released_cents, paid_cents, owed_cents,
  recovered_cents, keep_cents, later_stages, closings, open_tranches, recorded_at)
select pg_temp.id(1, i), 0,
  case when i <= 10 then 'COMMITTED' when s in (0, 1, 2, 7) then 'AGREED' when s in (3, 4, 5) then 'WAITING'
    when s = 6 then 'TERMINATED' else 'CLOSED' end,
  'RTH-2026-' || i, 'rth', 1, pg_temp.id(2, i % 3000), '{}', pg_temp.id(7, i % 20 + 1),
  case when i > 10 and s = 5 then i end, case when i <= 10 then null when s in (3, 4) then 'DEBT' when s = 5 then 'FUNDS' end,
  1, 20000, case when s < 3 then 20000 else 0 end, 0, 0, 0, 0,
  case when s in (6, 7) then 0 end, case when s in (0, 1) then 1 else 0 end, 0,
  case when s in (2, 7) then 2 else 0 end, clock_timestamp() - make_interval(secs => i)
from (select i, i % 10 as s from generate_series(1, 4000) i) a;
insert into filed_application (grant_id, revision, reference, scheme, scheme_version, parties, entitlement_cents, content_sha256)
select pg_temp.id(1, i), 1, 'RTH-2026-' || i, 'rth', 1, '{}', 20000, repeat('0', 64) from generate_series(1, 4000) i;
insert into filed_claim (grant_id, claim_id, revision, kind, tranche_id, claimed_cents, gates, content_sha256)
select pg_temp.id(1, i), pg_temp.id(20, i), 1, 'PAYMENT', pg_temp.id(4, i), 20000, '[]', repeat('0', 64) from generate_series(1, 4000) i;
insert into filed_amendment (grant_id, amendment_id, revision, kind, base_version, plan, content_sha256)
select pg_temp.id(1, i), pg_temp.id(21, i), 1, 'EARLY_END', 1, '{"tranches": []}', repeat('0', 64) from generate_series(1, 4000) i;
insert into award_version (id, version, grant_id, number, awarded_cents, undrawn_cents, plan, status, decided_by, decided_at)
select pg_temp.id(9, i), 0, pg_temp.id(1, i), 1, 20000, 0, '{"tranches": []}', case when i % 10 = 5 then 'WAITING_FOR_FUNDS' else 'IN_FORCE' end,
  pg_temp.id(3, 1), clock_timestamp()
from generate_series(1, 4000) i;
insert into stage_request (id, grant_id, under_review)
select pg_temp.id(10, i), pg_temp.id(1, i), case when i % 10 < 2 then 1 else 0 end from generate_series(1, 4000) i;

insert into payee_account select pg_temp.id(2, i), 1 from generate_series(0, 2999) i;
insert into payee (id, version, organisation, number, holder, bank_code, account_number, status, filed_by, filed_at)
select pg_temp.id(11, i), 0, pg_temp.id(2, i), 1, 'a test', '004', '123456789', 'PENDING', pg_temp.id(3, 1), clock_timestamp()
from generate_series(0, 2999) i;
insert into hold (id, version, target, target_id, cause, reason, placed_by, placed_at, lifted_by, lifted_at)
select pg_temp.id(12, i), 0, 'AWARD', pg_temp.id(1, i), 'report/' || i, 'a test', pg_temp.id(3, 1), clock_timestamp(),
  case when i > 50 then pg_temp.id(3, 2) end, case when i > 50 then clock_timestamp() end
from generate_series(1, 4000) i;

insert into tranche (id, version, grant_id, number, period_from, period_to, claim_by, status, amount_cents, payable_cents,
  set_off_cents, due_at, attempts, payee_version, prepared_by, unmet_gates)
select pg_temp.id(4, t), 0, pg_temp.id(1, (t + 1) / 2), t % 2 + 1, '2026-01-01', '2026-12-31', '2999-01-01',
  case when t <= 10 then 'PREPARED' when t <= 200 then 'DUE' when s = 2 then 'SCHEDULED' when s in (3, 4, 5) then 'CANCELLED'
    when s = 7 then 'RELEASED' else 'PAID' end,
  10000, case when t > 200 and s in (3, 4, 5) then 0 else 10000 end, 0,
  case when t <= 200 then clock_timestamp() - make_interval(secs => t) end, 0, case when s in (0, 1, 6, 7, 8, 9) or t <= 10 then 1 end, pg_temp.id(3, (t + 1) / 2 % 100), 0
from (select t, (t + 1) / 2 % 10 as s from generate_series(1, 8000) t) a;
insert into tranche_gate select pg_temp.id(4, t), gate, case gate when 'CLAIM_ACCEPTED' then clock_timestamp() end
from generate_series(1, 8000) t, unnest(array['CLAIM_ACCEPTED', 'PAYEE_VERIFIED']) g (gate);
insert into attempt (id, version, tranche_id, grant_id, organisation, number, payee_version, amount_cents, status,
  instructed_at, sent_at)
select pg_temp.id(5, t), 0, pg_temp.id(4, t), pg_temp.id(1, (t + 1) / 2), pg_temp.id(2, (t + 1) / 2 % 3000), 1, 1, 10000,
  case when (t + 1) / 2 % 10 = 7 then 'INSTRUCTED' when t <= 20 then 'BOUNCED' else 'BOOKED' end, clock_timestamp(), clock_timestamp()
from generate_series(1, 8000) t;
insert into parked_bank_answer (position, end_to_end_id, outcome, amount_cents, reference, reason, reason_zh_hant, reason_zh_hans)
select i, pg_temp.id(5, i), 'BOOKED', 1, 'a test', 'a test', 'a test', 'a test' from generate_series(1, 4000) i;
insert into taken_bank_answer select i, pg_temp.id(3, 1), clock_timestamp() from generate_series(1, 3700) i;
insert into payment_run select pg_temp.id(13, i), pg_temp.id(3, 1), clock_timestamp() from generate_series(1, 4000) i;
insert into payment_line (id, version, run_id, position, tranche_id, tranche_version, amount_cents, status)
select pg_temp.id(14, t), 0, pg_temp.id(13, (t + 1) / 2), t % 2 + 1, pg_temp.id(4, t), 0, 10000, 'RELEASED'
from generate_series(1, 8000) t;

-- The receivables of the awards that wait for a debt are open and overdue; their next reminder is far away.
insert into receivable (id, version, grant_id, organisation, tranche_id, cause, reason, raised_cents, outstanding_cents,
  due_by, status, proposals, raised_at, remind_on)
select pg_temp.id(6, i), 0, pg_temp.id(1, i), pg_temp.id(2, i % 3000), pg_temp.id(4, i * 2), 'TERMINATION',
  '{"en": "a test", "zh-Hant": "a test", "zh-Hans": "a test"}', 100, case when i % 10 in (3, 4) then 100 else 0 end,
  date '2020-01-01' + i % 1000, case when i % 10 in (3, 4) then 'OPEN' when i <= 20 then 'CANCELLED' else 'SETTLED' end, 1,
  clock_timestamp(), case when i % 10 in (3, 4) then date '2999-01-01' end
from generate_series(1, 4000) i;
insert into recovery (id, version, receivable_id, number, how, amount_cents, value_date, bank_reference, status, proposed_by,
  proposed_at, confirmed_by, confirmed_at)
select pg_temp.id(15, i), 0, pg_temp.id(6, i), 1, 'CASH', 100, '2026-01-01', 'FT-' || i,
  'CONFIRMED', pg_temp.id(3, 1), clock_timestamp(), pg_temp.id(3, 2), clock_timestamp()
from generate_series(1, 4000) i where i % 10 not in (3, 4);
insert into receivable_reminder select pg_temp.id(16, i), pg_temp.id(6, i), 0, 100, clock_timestamp()
from generate_series(1, 4000) i;
insert into transfer (id, reason, cause, debit, credit, amount_cents, grant_id, booked_on)
select pg_temp.id(17, i), 'COMMIT', cast(i as text), 'envelope:rth:2026-27', 'committed:' || i, 20000, pg_temp.id(1, i), date '2026-01-01'
from generate_series(1, 4000) i
union all
select pg_temp.id(18, i), 'RAISE', cast(pg_temp.id(6, i) as text), 'paid:' || i, 'receivable:' || i, 100, pg_temp.id(1, i), date '2026-01-01'
from generate_series(1, 4000) i
union all
select pg_temp.id(19, i), 'RECOVER', cast(pg_temp.id(15, i) as text), 'receivable:' || i, 'recovered:rth:2026-27', 100,
  pg_temp.id(1, i), date '2026-01-01'
from generate_series(1, 4000) i where i % 10 not in (3, 4);
