-- What this service has said. Rows are kept for ever: everything can be said again after a broker is lost.
create table event_log (
  position        bigint generated always as identity primary key,
  event_id        uuid        not null unique,
  aggregate_type  text        not null,
  aggregate_id    text        not null,
  sequence        bigint      not null,
  epoch           int         not null,
  event_type      text        not null,
  topic           text        not null,
  body            json        not null,
  correlation_id  text,
  traceparent     text,
  recorded_at     timestamptz not null default clock_timestamp(),
  constraint event_sequence_is_unique unique (aggregate_type, aggregate_id, sequence)
);
create index event_log_recorded_at on event_log (recorded_at);

-- What is still to be sent. Unsent is a row, never a cursor: positions are given before commit, so a cursor would skip late commits.
create table to_send (
  position bigint primary key references event_log
) with (autovacuum_vacuum_scale_factor = 0.02);

-- The next number of each aggregate. Its row lock orders writers; it is not an entity version.
create table event_stream (
  aggregate_type text   not null,
  aggregate_id   text   not null,
  last           bigint not null,
  primary key (aggregate_type, aggregate_id)
);

-- Raised by hand after a restore from backup, so that consumers see that history may have been rewritten.
create table event_source (
  singleton boolean primary key default true check (singleton),
  epoch int not null
);
insert into event_source (epoch) values (1);

-- The last sequence applied of each aggregate of each source. Never purged: republishing everything is harmless.
create table applied_sequence (
  source         text   not null,
  aggregate_type text   not null,
  aggregate_id   text   not null,
  sequence       bigint not null,
  epoch          int    not null,
  primary key (source, aggregate_type, aggregate_id)
);

-- Events that cannot be applied yet (a gap before them, or too early) or not at all (parked).
create table waiting_event (
  source         text        not null,
  aggregate_type text        not null,
  aggregate_id   text        not null,
  sequence       bigint      not null,
  epoch          int         not null,
  event_id       uuid        not null,
  event_type     text        not null,
  body           text        not null,
  correlation_id text,
  traceparent    text,
  state          text        not null check (state in ('GAP', 'EARLY', 'PARKED')),
  reason         text        not null,
  since          timestamptz not null default clock_timestamp(),
  primary key (source, aggregate_type, aggregate_id, sequence)
);
create index waiting_event_aggregate on waiting_event (aggregate_id);

-- Events that came too late to change anything, with the reason.
create table ignored_event (
  event_id    uuid        primary key,
  source      text        not null,
  aggregate_id text       not null,
  event_type  text        not null,
  reason      text        not null,
  recorded_at timestamptz not null default clock_timestamp()
);

-- Records on our topics that are not events of ours at all.
create table unreadable_record (
  topic       text        not null,
  partition   int         not null,
  "offset"    bigint      not null,
  reason      text        not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (topic, partition, "offset")
);
