-- The books. A transfer names both ends, is written once and never touched again; its id is derived from its cause.
create table transfer (
  id           uuid        primary key,
  reason       text        not null check (reason in ('TOP_UP', 'COMMIT', 'RELEASE', 'BOOKED', 'BOUNCE', 'DECOMMIT')),
  cause        text        not null,
  debit        text        not null,
  credit       text        not null,
  amount_cents bigint      not null,
  grant_id     uuid,
  booked_on    date        not null,
  recorded_at  timestamptz not null default clock_timestamp(),
  constraint transfer_moves_money check (amount_cents > 0),
  constraint transfer_has_two_ends check (debit <> credit),
  constraint transfer_once_per_cause unique (reason, cause)
);
create index transfer_debit on transfer (debit);
create index transfer_credit on transfer (credit);
create index transfer_grant on transfer (grant_id);
create trigger transfer_is_append_only before update or delete on transfer
  for each row execute function refuse_change();
create trigger transfer_is_never_truncated before truncate on transfer
  for each statement execute function refuse_change();

-- The money of one scheme in one financial year. Its row lock orders everything that commits from it.
create table envelope (
  id                 uuid   primary key,
  version            int    not null,
  scheme             text   not null,
  financial_year     text   not null check (financial_year ~ '^[0-9]{4}-[0-9]{2}$'),
  appropriated_cents bigint not null,
  committed_cents    bigint not null,
  constraint one_envelope_per_scheme_and_year unique (scheme, financial_year),
  constraint committed_within_appropriated check (0 <= committed_cents and committed_cents <= appropriated_cents)
);

create table top_up (
  id           uuid        primary key,
  version      int         not null,
  envelope_id  uuid        not null references envelope,
  amount_cents bigint      not null,
  reason       text        not null,
  status       text        not null check (status in ('PROPOSED', 'CONFIRMED')),
  proposed_by  uuid        not null,
  proposed_at  timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  constraint top_up_adds_money check (amount_cents > 0),
  constraint top_up_four_eyes check (confirmed_by <> proposed_by),
  constraint top_up_confirmed_by_someone check ((status = 'CONFIRMED') = (confirmed_by is not null))
);
create index top_up_envelope on top_up (envelope_id);

-- The order in which approvals were recorded; drawn under the envelope's lock.
create sequence queue_position;

-- One row a grant. A withdrawal that came before the approval leaves a row without a reference: the mark that voids it.
create table award (
  grant_id        uuid   primary key,
  version         int    not null,
  status          text   not null check (status in ('WAITING', 'COMMITTED', 'AGREED', 'CLOSED', 'VOIDED')),
  reference       text,
  scheme          text,
  scheme_version  int,
  organisation    uuid,
  envelope_id     uuid references envelope,
  queue_position  bigint unique,
  in_force        int    not null,
  awarded_cents   bigint not null,
  committed_cents bigint not null,
  released_cents  bigint not null,
  paid_cents      bigint not null,
  closings        int    not null,
  recorded_at     timestamptz not null,
  constraint paid_within_released check (0 <= paid_cents and paid_cents <= released_cents),
  constraint released_within_committed check (released_cents <= committed_cents),
  constraint committed_within_awarded check (committed_cents <= awarded_cents),
  constraint waiting_has_a_place check ((status = 'WAITING') = (queue_position is not null)),
  constraint only_a_mark_has_no_envelope check (envelope_id is not null or (status = 'VOIDED' and awarded_cents = 0))
);
create index award_envelope on award (envelope_id);
create index award_organisation on award (organisation);
create index award_agreed on award (grant_id) where status = 'AGREED';

create table award_version (
  id            uuid        primary key,
  version       int         not null,
  grant_id      uuid        not null references award,
  number        int         not null,
  awarded_cents bigint      not null,
  undrawn_cents bigint      not null,
  plan          text        not null,
  status        text        not null check (status in ('WAITING_FOR_FUNDS', 'IN_FORCE', 'SUPERSEDED', 'VOIDED')),
  decided_by    uuid        not null,
  decided_at    timestamptz not null,
  constraint award_version_number unique (grant_id, number),
  constraint undrawn_within_awarded check (0 <= undrawn_cents and undrawn_cents <= awarded_cents)
);
create unique index one_version_in_force on award_version (grant_id) where status = 'IN_FORCE';
create trigger award_version_is_never_deleted before delete on award_version
  for each row execute function refuse_change();
create trigger award_version_is_immutable before update on award_version for each row
  when (old.grant_id <> new.grant_id or old.number <> new.number or old.awarded_cents <> new.awarded_cents or old.plan <> new.plan)
  execute function refuse_change();

-- Payee change and release lock the row of the organisation.
create table payee_account (
  organisation uuid primary key,
  newest       int  not null
);

create table payee (
  id             uuid        primary key,
  version        int         not null,
  organisation   uuid        not null references payee_account,
  number         int         not null,
  holder         text        not null,
  bank_code      text        not null check (bank_code ~ '^[0-9]{3}$'),
  account_number text        not null check (account_number ~ '^[0-9]{9,12}$'),
  status         text        not null check (status in ('PENDING', 'VERIFIED', 'SUPERSEDED')),
  filed_by       uuid        not null,
  filed_at       timestamptz not null,
  verified_by    uuid,
  verified_at    timestamptz,
  cools_off_at   timestamptz,
  evidence       text,
  constraint payee_number unique (organisation, number),
  constraint payee_four_eyes check (verified_by <> filed_by),
  constraint payee_verified_by_someone check (status <> 'VERIFIED' or (verified_by is not null and cools_off_at is not null))
);
create trigger payee_is_never_deleted before delete on payee for each row execute function refuse_change();
create trigger payee_details_are_immutable before update on payee for each row
  when (old.organisation <> new.organisation or old.number <> new.number or old.holder <> new.holder
        or old.bank_code <> new.bank_code or old.account_number <> new.account_number or old.filed_by <> new.filed_by)
  execute function refuse_change();

create table hold (
  id          uuid        primary key,
  version     int         not null,
  target      text        not null check (target in ('TRANCHE', 'AWARD', 'ORGANISATION')),
  target_id   uuid        not null,
  reason      text        not null,
  placed_by   uuid        not null,
  placed_at   timestamptz not null,
  lifted_by   uuid,
  lifted_at   timestamptz,
  lift_reason text,
  constraint lifted_by_someone check ((lifted_at is null) = (lifted_by is null))
);
create index hold_standing on hold (target_id) where lifted_at is null;

create table tranche (
  id             uuid   primary key,
  version        int    not null,
  grant_id       uuid   not null references award,
  number         int    not null,
  amount_cents   bigint not null,
  payable_cents  bigint not null,
  accepted_cents bigint,
  period_from    date   not null,
  period_to      date   not null,
  claim_by       date   not null,
  status         text   not null check (status in ('SCHEDULED', 'DUE', 'PREPARED', 'RELEASED', 'PAID', 'CANCELLED')),
  due_at         timestamptz,
  payee_version  int,
  prepared_by    uuid,
  attempts       int    not null,
  constraint payable_within_amount check (0 <= payable_cents and payable_cents <= amount_cents),
  constraint accepted_within_amount check (accepted_cents is null or (0 <= accepted_cents and payable_cents <= accepted_cents)),
  constraint cancelled_pays_nothing check (status <> 'CANCELLED' or payable_cents = 0),
  constraint prepared_binds_a_payee check (status not in ('PREPARED', 'RELEASED', 'PAID') or payee_version is not null)
);
create index tranche_grant on tranche (grant_id);
create index tranche_scheduled on tranche (id) where status = 'SCHEDULED';
create index tranche_due on tranche (id) where status in ('DUE', 'PREPARED', 'RELEASED');

-- What has to be so before it may be paid. PAYEE_VERIFIED is never met here: it is read from the payee at each act.
create table tranche_gate (
  tranche_id uuid not null references tranche,
  gate       text not null check (gate in ('AGREEMENT_SIGNED', 'CLAIM_ACCEPTED', 'REPORT_ACCEPTED', 'PAYEE_VERIFIED')),
  met_at     timestamptz,
  primary key (tranche_id, gate),
  constraint payee_gate_is_a_view check (gate <> 'PAYEE_VERIFIED' or met_at is null)
);

create table attempt (
  id             uuid        primary key,
  version        int         not null,
  tranche_id     uuid        not null references tranche,
  grant_id       uuid        not null references award,
  organisation   uuid        not null,
  number         int         not null,
  payee_version  int         not null,
  amount_cents   bigint      not null,
  status         text        not null check (status in ('INSTRUCTED', 'BOOKED', 'BOUNCED')),
  instructed_at  timestamptz not null,
  sent_at        timestamptz,
  booked_at      timestamptz,
  bounced_at     timestamptz,
  bank_reference text,
  bounce_reason  text,
  constraint attempt_number unique (tranche_id, number),
  constraint attempt_pays_something check (amount_cents > 0)
);
create unique index tranche_paid_once on attempt (tranche_id) where status in ('INSTRUCTED', 'BOOKED');
create index attempt_unsent on attempt (id) where status = 'INSTRUCTED' and sent_at is null;
create index attempt_grant on attempt (grant_id);
create trigger attempt_is_never_deleted before delete on attempt for each row execute function refuse_change();

-- How far the bank's answers have been taken; its row lock orders the readers of all replicas.
create table bank_position (
  single   boolean primary key default true check (single),
  position bigint  not null
);
insert into bank_position (position) values (0);

-- Who instructs the bank, until when, by the clock of the database.
create table payment_sender (
  single       boolean     primary key default true check (single),
  holder       uuid        not null,
  leased_until timestamptz not null
);
insert into payment_sender (holder, leased_until) values ('00000000-0000-0000-0000-000000000000', '-infinity');

-- What the bank said that fits nothing here. Finance looks at it; it moved no money.
create table parked_bank_answer (
  position      bigint      primary key,
  end_to_end_id uuid        not null,
  outcome       text        not null,
  amount_cents  bigint      not null,
  reference     text        not null,
  reason        text        not null,
  recorded_at   timestamptz not null default clock_timestamp()
);
create trigger parked_bank_answer_is_append_only before update or delete on parked_bank_answer
  for each row execute function refuse_change();
