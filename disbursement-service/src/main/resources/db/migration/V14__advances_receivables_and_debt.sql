-- Advances, what is owed back, and what comes of it.
alter table transfer drop constraint transfer_reason_check;
alter table transfer add constraint transfer_reason_check check (reason in
  ('TOP_UP', 'COMMIT', 'RELEASE', 'BOOKED', 'BOUNCE', 'DECOMMIT', 'SET_OFF', 'RAISE', 'UNDO_RAISE', 'RECOVER', 'RETURN'));

-- What has come back from grantees may be promised again.
alter table envelope add column recovered_cents bigint not null default 0;
alter table envelope alter column recovered_cents drop default;
alter table envelope drop constraint committed_within_appropriated;
alter table envelope add constraint committed_within_appropriated
  check (0 <= committed_cents and 0 <= recovered_cents and committed_cents <= appropriated_cents + recovered_cents);

alter table award add column owed_cents bigint not null default 0;
alter table award add column recovered_cents bigint not null default 0;
alter table award add column waiting_for text check (waiting_for in ('FUNDS', 'DEBT'));
update award set waiting_for = 'FUNDS' where status = 'WAITING';
alter table award alter column owed_cents drop default;
alter table award alter column recovered_cents drop default;
alter table award drop constraint paid_within_released;
alter table award add constraint paid_within_released check (
  0 <= paid_cents and 0 <= owed_cents and 0 <= recovered_cents and paid_cents + owed_cents + recovered_cents <= released_cents);
alter table award drop constraint waiting_has_a_place;
alter table award add constraint waiting_has_a_reason check ((status = 'WAITING') = (waiting_for is not null));
alter table award add constraint waiting_has_a_place check ((coalesce(waiting_for, '') = 'FUNDS') = (queue_position is not null));
alter table award add constraint closed_owes_nothing check (status <> 'CLOSED' or owed_cents = 0);
create index award_in_debt on award (grant_id) where waiting_for = 'DEBT';

alter table tranche add column advance_of uuid references tranche;
alter table tranche add column set_off_cents bigint not null default 0;
alter table tranche add column settles_at_cents bigint;
alter table tranche alter column set_off_cents drop default;
alter table tranche add constraint one_advance_per_tranche unique (advance_of);
alter table tranche add constraint set_off_within_payable check (0 <= set_off_cents and set_off_cents <= payable_cents);
alter table tranche add constraint settles_while_open check (settles_at_cents is null or (0 <= settles_at_cents and status in ('SCHEDULED', 'DUE')));
alter table tranche add constraint advance_is_not_set_off check (advance_of is null or set_off_cents = 0);
alter table tranche drop constraint accepted_within_amount;
alter table tranche add constraint accepted_within_amount check (
  accepted_cents is null or (0 <= accepted_cents and (settles_at_cents is not null or payable_cents <= accepted_cents)));
alter table tranche drop constraint prepared_binds_a_payee;
alter table tranche add constraint prepared_binds_a_payee check (
  status not in ('PREPARED', 'RELEASED', 'PAID') or payee_version is not null or (status = 'PAID' and set_off_cents = payable_cents));

-- Money that is owed back. Its id is derived from what was overpaid and why, so that a replay is the same one.
create table receivable (
  id                uuid        primary key,
  version           int         not null,
  grant_id          uuid        not null references award,
  organisation      uuid        not null,
  tranche_id        uuid        not null references tranche,
  reason            text        not null,
  raised_cents      bigint      not null,
  outstanding_cents bigint      not null,
  due_by            date        not null,
  status            text        not null check (status in ('OPEN', 'SETTLED', 'CANCELLED')),
  proposals         int         not null,
  raised_at         timestamptz not null,
  constraint receivable_is_of_something check (raised_cents > 0),
  constraint outstanding_within_raised check (0 <= outstanding_cents and outstanding_cents <= raised_cents),
  constraint open_while_outstanding check ((status = 'OPEN') = (outstanding_cents > 0))
);
create index receivable_grant on receivable (grant_id);
create index receivable_tranche on receivable (tranche_id);
create index receivable_by_age on receivable (due_by, id);
create index receivable_open on receivable (organisation, due_by) where status = 'OPEN';
create trigger receivable_is_never_deleted before delete on receivable for each row execute function refuse_change();
create trigger receivable_origin_is_immutable before update on receivable for each row
  when (old.grant_id <> new.grant_id or old.organisation <> new.organisation or old.tranche_id <> new.tranche_id
        or old.raised_cents <> new.raised_cents or old.due_by <> new.due_by or old.reason <> new.reason)
  execute function refuse_change();

-- How owed money comes back: cash on the fund's account, or a set-off against a tranche that is due. One person proposes
-- it, another confirms it, and only then money moves.
create table recovery (
  id             uuid        primary key,
  version        int         not null,
  receivable_id  uuid        not null references receivable,
  number         int         not null,
  how            text        not null check (how in ('CASH', 'SET_OFF')),
  amount_cents   bigint      not null,
  value_date     date,
  bank_reference text,
  tranche_id     uuid references tranche,
  status         text        not null check (status in ('PROPOSED', 'CONFIRMED')),
  proposed_by    uuid        not null,
  proposed_at    timestamptz not null,
  confirmed_by   uuid,
  confirmed_at   timestamptz,
  constraint recovery_number unique (receivable_id, number),
  constraint recovery_brings_money check (amount_cents > 0),
  constraint recovery_four_eyes check (confirmed_by <> proposed_by),
  constraint recovery_confirmed_by_someone check ((status = 'CONFIRMED') = (confirmed_by is not null)),
  constraint cash_has_a_reference check ((how = 'CASH') = (bank_reference is not null) and (how = 'CASH') = (value_date is not null)),
  constraint set_off_has_a_tranche check ((how = 'SET_OFF') = (tranche_id is not null))
);
create unique index cash_counts_once on recovery (receivable_id, bank_reference) where how = 'CASH' and status = 'CONFIRMED';
create index recovery_tranche on recovery (tranche_id) where tranche_id is not null;
create trigger recovery_is_never_deleted before delete on recovery for each row execute function refuse_change();
create trigger recovery_is_immutable before update on recovery for each row
  when (old.receivable_id <> new.receivable_id or old.how <> new.how or old.amount_cents <> new.amount_cents
        or old.bank_reference is distinct from new.bank_reference or old.value_date is distinct from new.value_date
        or old.tranche_id is distinct from new.tranche_id or old.proposed_by <> new.proposed_by)
  execute function refuse_change();
