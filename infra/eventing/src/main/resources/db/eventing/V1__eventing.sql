-- Events: the outbox of this service and the inbox for the events of other services.
-- Identifiers of events and aggregates come from the event's source. Times are UTC instants of the database clock.

-- Outbox ----------------------------------------------------------------------------------------------------------------

-- Rows are kept for ever, so that all events can be sent again after the loss of a broker.
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
comment on table  event_log                is 'Every event this service has recorded. Append-only.';
comment on column event_log.position       is 'Order of recording. Numbers are given before commit, so a higher number can become visible first.';
comment on column event_log.event_id       is 'Identifier of the event, the CloudEvents id on Kafka.';
comment on column event_log.aggregate_type is 'Kind of the aggregate the event is about, such as grant.';
comment on column event_log.aggregate_id   is 'Identifier of the aggregate, the Kafka message key.';
comment on column event_log.sequence       is 'Number of the event within its event stream: 1 for the first, no gaps.';
comment on column event_log.epoch          is 'Epoch of this service when the event was recorded, see event_source.';
comment on column event_log.event_type     is 'Wire name of the event type, such as itf.claim.accepted.v1.';
comment on column event_log.topic          is 'Kafka topic of the event.';
comment on column event_log.body           is 'The event as JSON. Contains no personal data.';
comment on column event_log.correlation_id is 'Identifier of the request that caused the event. Empty if none.';
comment on column event_log.traceparent    is 'W3C trace context of the request that caused the event. Empty if none.';
comment on column event_log.recorded_at    is 'When the event was recorded (UTC instant, database clock).';

-- Unsent events are rows, never a cursor: positions are given before commit, so a cursor would skip late commits.
create table to_send (
  position bigint primary key references event_log
) with (autovacuum_vacuum_scale_factor = 0.02);
comment on table  to_send          is 'Events the relay has still to send. The relay deletes a row when the broker has acknowledged the event.';
comment on column to_send.position is 'Position of the event in event_log.';

-- The row lock orders the writers of one aggregate until their transactions end.
create table event_stream (
  aggregate_type text   not null,
  aggregate_id   text   not null,
  last           bigint not null,
  primary key (aggregate_type, aggregate_id)
);
comment on table  event_stream                is 'The last sequence number given in each event stream. Not an entity version.';
comment on column event_stream.aggregate_type is 'Kind of the aggregate, such as grant.';
comment on column event_stream.aggregate_id   is 'Identifier of the aggregate.';
comment on column event_stream.last           is 'Sequence number of the newest event of the aggregate.';

create table event_source (
  singleton boolean primary key default true check (singleton),
  epoch int not null
);
insert into event_source (epoch) values (1);
comment on table  event_source           is 'One row: this service as a source of events.';
comment on column event_source.singleton is 'Always true, so that there is one row.';
comment on column event_source.epoch     is 'Epoch of new events. An operator raises it after a restore from backup, to warn consumers of rewritten history.';

-- Inbox -----------------------------------------------------------------------------------------------------------------

-- Never purged, so that republishing every event is harmless.
create table applied_sequence (
  source         text   not null,
  aggregate_type text   not null,
  aggregate_id   text   not null,
  sequence       bigint not null,
  epoch          int    not null,
  primary key (source, aggregate_type, aggregate_id)
);
comment on table  applied_sequence                is 'The last event this service has applied of each event stream of each source.';
comment on column applied_sequence.source         is 'Name of the service that sent the event, such as assessment.';
comment on column applied_sequence.aggregate_type is 'Kind of the aggregate, such as grant.';
comment on column applied_sequence.aggregate_id   is 'Identifier of the aggregate at its source.';
comment on column applied_sequence.sequence       is 'Sequence number of the last applied event. A lower number is a duplicate; a number after a gap waits.';
comment on column applied_sequence.epoch          is 'Epoch of the source in the last applied event.';

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
create index waiting_event_state on waiting_event (state, since);
comment on table  waiting_event                is 'Received events that are not applied yet. Later events of the same event stream wait behind them.';
comment on column waiting_event.source         is 'Name of the service that sent the event.';
comment on column waiting_event.aggregate_type is 'Kind of the aggregate, such as grant.';
comment on column waiting_event.aggregate_id   is 'Identifier of the aggregate at its source.';
comment on column waiting_event.sequence       is 'Sequence number of the event within its event stream.';
comment on column waiting_event.epoch          is 'Epoch of the source when it recorded the event.';
comment on column waiting_event.event_id       is 'Identifier of the event.';
comment on column waiting_event.event_type     is 'Wire name of the event type.';
comment on column waiting_event.body           is 'The event as JSON text, as received. May be malformed.';
comment on column waiting_event.correlation_id is 'Correlation id that came with the event. Null or empty if none.';
comment on column waiting_event.traceparent    is 'W3C trace context that came with the event. Null or empty if none.';
comment on column waiting_event.state          is 'GAP: an earlier event is missing. EARLY: the event waits for another event. PARKED: it cannot be applied; an operator replays it.';
comment on column waiting_event.reason         is 'Why the event waits, at most 500 characters.';
comment on column waiting_event.since          is 'When the event was received (UTC instant, database clock).';

create table ignored_event (
  event_id     uuid        primary key,
  source       text        not null,
  aggregate_id text        not null,
  event_type   text        not null,
  reason       text        not null,
  recorded_at  timestamptz not null default clock_timestamp()
);
comment on table  ignored_event              is 'Events that arrived too late to take effect, or whose type this build does not know.';
comment on column ignored_event.event_id     is 'Identifier of the event.';
comment on column ignored_event.source       is 'Name of the service that sent the event.';
comment on column ignored_event.aggregate_id is 'Identifier of the aggregate at its source.';
comment on column ignored_event.event_type   is 'Wire name of the event type.';
comment on column ignored_event.reason       is 'Why the event was ignored, at most 500 characters.';
comment on column ignored_event.recorded_at  is 'When the event was ignored (UTC instant, database clock).';

create table unreadable_record (
  topic       text        not null,
  partition   int         not null,
  "offset"    bigint      not null,
  reason      text        not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (topic, partition, "offset")
);
comment on table  unreadable_record             is 'Kafka records on the topics of this platform that are no events of it.';
comment on column unreadable_record.topic       is 'Kafka topic of the record.';
comment on column unreadable_record.partition   is 'Kafka partition of the record.';
comment on column unreadable_record."offset"    is 'Kafka offset of the record.';
comment on column unreadable_record.reason      is 'Why the record cannot be read, at most 500 characters.';
comment on column unreadable_record.recorded_at is 'When the record was skipped (UTC instant, database clock).';

create table paused_intake (
  topic     text        primary key,
  by_person uuid        not null,
  reason    text        not null check (length(reason) between 1 and 1000),
  since     timestamptz not null default clock_timestamp()
);
comment on table  paused_intake           is 'Topics whose intake an operator has paused. Without a row a topic is read.';
comment on column paused_intake.topic     is 'Kafka topic that is not read.';
comment on column paused_intake.by_person is 'Person id of the operator who paused the topic last.';
comment on column paused_intake.reason    is 'Why the topic is paused.';
comment on column paused_intake.since     is 'When the topic was first paused (UTC instant, database clock).';
