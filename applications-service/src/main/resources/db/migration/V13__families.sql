-- Caps belong to their scheme, may be sums of money, and may count people: one case reserves for several subjects.
alter table allowance_reservation drop constraint allowance_reservation_pkey;
alter table allowance_reservation drop constraint allowance_reservation_rule_subject_fkey;
update allowance_lock set rule = 'rth/' || rule;
update allowance_reservation set rule = 'rth/' || rule;
alter table allowance_reservation
  add constraint allowance_reservation_pkey primary key (application_id, rule, subject),
  add constraint allowance_reservation_rule_subject_fkey foreign key (rule, subject) references allowance_lock,
  add column amount_cents bigint constraint reserved_amount_is_not_negative check (amount_cents >= 0);

-- When schemes that take applications in calls take them. Calls of one scheme never overlap (held by the use case's lock).
create table scheme_call (
  scheme    text        not null,
  id        text        not null,
  opens     date        not null,
  closes    date        not null,
  opened_by uuid        not null,
  opened_at timestamptz not null,
  primary key (scheme, id),
  constraint call_closes_after_it_opens check (closes >= opens)
);

-- Approved cases that other schemes can name.
create table register_entry (
  scheme         text not null,
  reference      text not null,
  application_id uuid not null unique references application,
  facts          text not null,
  until          date not null,
  registered_at  timestamptz not null,
  primary key (scheme, reference)
);

-- A claim has a kind; an advance and the payment claim of one tranche exist side by side.
alter table claim add column kind text not null default 'PAYMENT';
alter table claim alter column kind drop default;
drop index one_claim_per_tranche;
create unique index one_claim_per_tranche_and_kind on claim (tranche_id, kind) where status not in ('REJECTED', 'WITHDRAWN');

-- An advance is a tranche of its own beside the one it was split from.
alter table grant_tranche
  add column advance_percent int,
  add column advance_of uuid references grant_tranche;

-- What is owed back, as disbursement-service told it.
create table debt (
  id                uuid primary key,
  application_id    uuid        not null references application,
  tranche_id        uuid        not null,
  raised_cents      bigint      not null check (raised_cents > 0),
  outstanding_cents bigint      not null check (outstanding_cents between 0 and raised_cents),
  due_by            date        not null,
  reason            text        not null,
  raised_at         timestamptz not null
);
create index debt_application on debt (application_id, raised_at);
