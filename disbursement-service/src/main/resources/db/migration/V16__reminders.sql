-- That a debtor was reminded: once a level, whoever sweeps and however often.
create table receivable_reminder (
  id                uuid        primary key,
  receivable_id     uuid        not null references receivable,
  days_overdue      int         not null,
  outstanding_cents bigint      not null,
  raised_at         timestamptz not null,
  constraint reminded_once_per_level unique (receivable_id, days_overdue),
  constraint reminded_when_overdue check (days_overdue >= 0),
  constraint reminded_of_something check (outstanding_cents > 0)
);
create trigger receivable_reminder_is_append_only before update or delete on receivable_reminder
  for each row execute function refuse_change();
create index receivable_overdue on receivable (due_by, id) where status = 'OPEN';
