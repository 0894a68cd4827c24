-- Year end: what is free and who waits go on to the year that is open. What awards give back returns to the year in which
-- it returns, so an envelope counts what it promised apart from what came back to it.
alter table transfer drop constraint transfer_reason_check;
alter table transfer add constraint transfer_reason_is_known check (reason in
  ('TOP_UP', 'COMMIT', 'RELEASE', 'BOOKED', 'BOUNCE', 'DECOMMIT', 'SET_OFF', 'RAISE', 'UNDO_RAISE', 'RECOVER', 'RETURN',
   'CARRY_OVER'));

alter table envelope drop constraint committed_within_appropriated;
alter table envelope add column decommitted_cents bigint not null default 0;
alter table envelope add column carried_in_cents bigint not null default 0;
alter table envelope add column carried_out_cents bigint not null default 0;
update envelope e
set committed_cents = e.committed_cents + t.came_back, decommitted_cents = t.came_back
from (select credit, sum(amount_cents) as came_back from transfer where reason = 'DECOMMIT' group by credit) t
where t.credit = 'envelope:' || e.scheme || ':' || e.financial_year;
alter table envelope alter column decommitted_cents drop default;
alter table envelope alter column carried_in_cents drop default;
alter table envelope alter column carried_out_cents drop default;
alter table envelope add column free_cents bigint generated always as (
  appropriated_cents + recovered_cents + decommitted_cents + carried_in_cents - committed_cents - carried_out_cents) stored;
alter table envelope add constraint committed_within_envelope check (
  least(appropriated_cents, recovered_cents, decommitted_cents, carried_in_cents, committed_cents, carried_out_cents) >= 0
  and free_cents >= 0);

create table carry_over (
  id                uuid        primary key,
  version           int         not null,
  envelope_id       uuid        not null references envelope,
  reason            text        not null,
  status            text        not null check (status in ('PROPOSED', 'CONFIRMED', 'WITHDRAWN')),
  proposed_by       uuid        not null,
  proposed_at       timestamptz not null,
  confirmed_by      uuid,
  confirmed_at      timestamptz,
  withdrawn_by      uuid,
  withdrawn_at      timestamptz,
  withdrawn_because text,
  to_envelope_id    uuid references envelope,
  carried_cents     bigint,
  awards            int,
  constraint carry_over_four_eyes check (confirmed_by <> proposed_by),
  constraint carry_over_confirmed_by_someone check ((status = 'CONFIRMED') = (confirmed_by is not null)),
  constraint carry_over_withdrawn_for_a_reason check (
    num_nonnulls(withdrawn_by, withdrawn_at, withdrawn_because) = case status when 'WITHDRAWN' then 3 else 0 end),
  constraint carry_over_goes_somewhere check (
    num_nonnulls(to_envelope_id, carried_cents, awards) = case status when 'CONFIRMED' then 3 else 0 end),
  constraint carry_over_goes_elsewhere check (to_envelope_id <> envelope_id)
);
create index carry_over_envelope on carry_over (envelope_id);
create unique index one_carry_over_proposed on carry_over (envelope_id) where status = 'PROPOSED';
create trigger carry_over_is_never_deleted before delete on carry_over for each row execute function refuse_change();
