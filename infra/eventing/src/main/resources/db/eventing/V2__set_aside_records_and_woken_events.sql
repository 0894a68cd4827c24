-- Records that are no events keep their raw bytes, so that an operator can look at them, replay them or drop them.
alter table unreadable_record rename to set_aside_record;
alter table set_aside_record
  drop constraint unreadable_record_pkey,
  add column id bigint generated always as identity primary key,
  add column record_key bytea,
  add column record_value bytea,
  add column headers json not null default '[]',
  add column content_sha256 text,
  add constraint record_is_set_aside_once unique (topic, content_sha256),
  add column resolution text check (resolution in ('DROPPED', 'REPLAYED')),
  add column resolved_by uuid,
  add column resolved_because text check (length(resolved_because) between 1 and 1000),
  add column resolved_at timestamptz,
  add constraint resolved_by_someone check ((resolution is null) = (resolved_at is null) and (resolution is null) = (resolved_by is null)),
  add constraint dropped_for_a_reason check (resolution is distinct from 'DROPPED' or resolved_because is not null);
create index set_aside_record_open on set_aside_record (recorded_at) where resolution is null;
comment on table  set_aside_record                  is 'Kafka records that are no events of this platform, that their sender may not send, or whose event has the number of another one. The next record of the topic is handled.';
comment on column set_aside_record.id               is 'Number of the record in this service.';
comment on column set_aside_record.record_key       is 'Raw key of the record. Null if it had none.';
comment on column set_aside_record.record_value     is 'Raw value of the record. Null if it had none.';
comment on column set_aside_record.headers          is 'Headers of the record in order: a list of objects with name and value, the raw value in Base64 or null.';
comment on column set_aside_record.content_sha256   is 'SHA-256 of key, value and headers, in hexadecimal. Null for records skipped before they were kept.';
comment on column set_aside_record.reason           is 'Why the record was set aside, at most 500 characters.';
comment on column set_aside_record.recorded_at      is 'When the record was set aside (UTC instant, database clock).';
comment on column set_aside_record.resolution       is 'What an operator did with the record. Null while it is open.';
comment on column set_aside_record.resolved_by      is 'Person id of the operator.';
comment on column set_aside_record.resolved_because is 'Why the operator dropped the record. Null for a replay.';
comment on column set_aside_record.resolved_at      is 'When the record was dropped or replayed (UTC instant, database clock).';

-- An early event names what it waits for. A transaction that moves it counts the wake-up, so that a crash loses none.
alter table waiting_event
  drop constraint waiting_event_state_check,
  add constraint waiting_event_state_check check (state in ('GAP', 'EARLY', 'UNKNOWN', 'PARKED')),
  add column waits_for_type text,
  add column waits_for_id text,
  add column wakes int not null default 0,
  add column tries int not null default 0,
  add column tried_at timestamptz not null default clock_timestamp(),
  add constraint aggregate_to_wait_for_is_whole check ((waits_for_type is null) = (waits_for_id is null));
update waiting_event set waits_for_type = aggregate_type, waits_for_id = aggregate_id, wakes = 1 where state = 'EARLY';
drop index waiting_event_aggregate;
create index waiting_event_aggregate on waiting_event (aggregate_id, source, aggregate_type, sequence);
create index waiting_event_waits_for on waiting_event (waits_for_id, waits_for_type) where state = 'EARLY';
create index waiting_event_woken on waiting_event (aggregate_id) where wakes > tries and state <> 'PARKED';
create index waiting_event_tried on waiting_event (tried_at) where state = 'EARLY';
create index waiting_event_unknown on waiting_event (event_type) where state = 'UNKNOWN';
comment on column waiting_event.state          is 'GAP: an earlier event is missing. EARLY: the event waits for another event. UNKNOWN: a newer build knows its type. PARKED: it cannot be applied; an operator replays it.';
comment on column waiting_event.waits_for_type is 'Kind of the aggregate that an EARLY event waits for, such as grant. Null for other states.';
comment on column waiting_event.waits_for_id   is 'Identifier of the aggregate that an EARLY event waits for.';
comment on column waiting_event.wakes          is 'How often something has moved that the event waits for.';
comment on column waiting_event.tries          is 'The number of wake-ups that the last attempt to apply the event had seen. Lower than wakes: the event is tried again.';
comment on column waiting_event.tried_at       is 'Last sweep over the early events that tried this one, or the last change of the row (UTC instant, database clock).';
comment on table  ignored_event                is 'Events that arrived too late to take effect.';
