-- Topics an operator holds back; no row means it flows.
create table paused_intake (
  topic     text        primary key,
  by_person uuid        not null,
  reason    text        not null check (length(reason) between 1 and 1000),
  since     timestamptz not null default clock_timestamp()
);
