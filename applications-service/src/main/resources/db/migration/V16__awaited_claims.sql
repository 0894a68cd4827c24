-- What an instalment awaits of the grantee, one row a kind of claim; what has to be reported has a day it is due by.
create table awaited_claim (
  id             uuid primary key,
  version        int  not null,
  application_id uuid not null references application,
  tranche_id     uuid not null references grant_tranche,
  kind           text not null,
  due_by         date,
  reminded_at    timestamptz,
  overdue_at     timestamptz,
  constraint awaited_once unique (tranche_id, kind),
  constraint overdue_was_due check (overdue_at is null or due_by is not null)
);
create index awaited_claim_application on awaited_claim (application_id);
create index awaited_claim_due on awaited_claim (due_by) where overdue_at is null;

-- Until now every instalment awaited its payment claim, and nothing had to be reported beside it.
insert into awaited_claim (id, version, application_id, tranche_id, kind)
select gen_random_uuid(), 0, application_id, id, 'PAYMENT' from grant_tranche where advance_of is null;
