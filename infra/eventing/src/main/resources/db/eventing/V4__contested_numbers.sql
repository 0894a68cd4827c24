-- Two events with one number are never duplicates of each other. Both are kept until an operator chooses.
alter table applied_sequence
  add column last_event_id uuid,
  add column last_event_sequence bigint;
comment on column applied_sequence.last_event_id       is 'Identifier of the last event that a build with this column has applied.';
comment on column applied_sequence.last_event_sequence is 'Sequence number of that event. Lower than sequence: an older build, beside this one, has applied the last event.';

create table dropped_event (
  id             bigint      generated always as identity primary key,
  source         text        not null,
  aggregate_type text        not null,
  aggregate_id   text        not null,
  sequence       bigint      not null,
  epoch          int         not null,
  event_id       uuid        not null,
  event_type     text        not null,
  body           text        not null,
  reason         text        not null,
  since          timestamptz not null,
  dropped_by     uuid        not null,
  dropped_because text       not null check (length(dropped_because) between 1 and 1000),
  dropped_at     timestamptz not null default clock_timestamp()
);
comment on table  dropped_event                 is 'Parked events that an operator has dropped. They took no effect.';
comment on column dropped_event.id              is 'Number of the row in this service.';
comment on column dropped_event.source          is 'Name of the service that sent the event.';
comment on column dropped_event.aggregate_type  is 'Kind of the aggregate, such as grant.';
comment on column dropped_event.aggregate_id    is 'Identifier of the aggregate at its source.';
comment on column dropped_event.sequence        is 'Sequence number of the event within its event stream.';
comment on column dropped_event.epoch           is 'Epoch of the source when it recorded the event.';
comment on column dropped_event.event_id        is 'Identifier of the event.';
comment on column dropped_event.event_type      is 'Wire name of the event type.';
comment on column dropped_event.body            is 'The event as JSON text, as received.';
comment on column dropped_event.reason          is 'Why the event was parked.';
comment on column dropped_event.since           is 'When the event was received (UTC instant, database clock).';
comment on column dropped_event.dropped_by      is 'Person id of the operator.';
comment on column dropped_event.dropped_because is 'Why the operator dropped the event.';
comment on column dropped_event.dropped_at      is 'When the event was dropped (UTC instant, database clock).';
