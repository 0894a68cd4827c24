-- What finance pays in one go: a list as it was on the day, and what became of each line. No money rests here: a line is
-- prepared and released as its tranche would be without a run.
create table payment_run (
  id        uuid        primary key,
  opened_by uuid        not null,
  opened_at timestamptz not null
);
create trigger payment_run_is_append_only before update or delete on payment_run
  for each row execute function refuse_change();

create table payment_line (
  id              uuid   primary key,
  version         int    not null,
  run_id          uuid   not null references payment_run,
  position        int    not null,
  tranche_id      uuid   not null references tranche,
  tranche_version int    not null,
  amount_cents    bigint not null,
  status          text   not null check (status in ('LISTED', 'PREPARED', 'RELEASED', 'REFUSED')),
  reason          text,
  constraint payment_line_position unique (run_id, position),
  constraint payment_line_names_a_tranche_once unique (run_id, tranche_id),
  constraint payment_line_pays_something check (amount_cents > 0),
  constraint refused_for_a_reason check (status <> 'REFUSED' or reason is not null)
);
create trigger payment_line_is_never_deleted before delete on payment_line
  for each row execute function refuse_change();
