-- Variations, later stages and terminations beside early ends; which stage a grant is in.
alter table amendment
  add column keep_cents  bigint check (keep_cents >= 0),
  add column changes     text not null default '{}',
  add column entitlement text;
alter table amendment
  add constraint termination_says_what_is_kept check ((kind = 'TERMINATION') = (keep_cents is not null));

alter table application
  add column stage        int     not null default 1 check (stage >= 1),
  add column stage_passed boolean not null default false;
