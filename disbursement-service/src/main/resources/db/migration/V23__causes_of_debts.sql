-- Why something is owed: what is owed of everything that was paid is worked out anew when a payment comes back.
alter table receivable add column cause text not null default 'UNEARNED_ADVANCE';
alter table receivable alter column cause drop default;
alter table receivable add constraint receivable_cause_is_known
  check (cause in ('UNEARNED_ADVANCE', 'UNSPENT_BALANCE', 'TERMINATION'));
