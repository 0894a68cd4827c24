-- Each event carries the hash of its predecessor in the stream. All hashes are SHA-256 in hexadecimal, as the Java class EventHash
-- computes them.

create function event_content_hash(event_id uuid, event_type text, aggregate_type text, aggregate_id text, body text)
  returns text language sql immutable as $$
  select encode(sha256(convert_to(concat_ws(E'\n', event_id, event_type, aggregate_type, aggregate_id, body), 'UTF8')), 'hex')
$$;
comment on function event_content_hash is 'The hash of what an event says, without its place in the stream.';

create function event_hash(predecessor text, sequence bigint, content text) returns text language sql immutable as $$
  select encode(sha256(convert_to(concat_ws(E'\n', predecessor, sequence, content), 'UTF8')), 'hex')
$$;
comment on function event_hash is 'The hash of an event at its place in the stream. The first event has 64 zeros as its predecessor.';

-- For streams whose last event an older build has recorded: it kept no hash. Volatile, so that it sees the events of the transaction
-- for which the lock of the stream has waited.
create function recorded_hash(of_type text, of_id text, upto bigint) returns text language plpgsql volatile as $$
declare
  hash text := repeat('0', 64);
  event record;
begin
  for event in
    select l.event_id, l.event_type, l.body, l.sequence from event_log l
    where l.aggregate_type = of_type and l.aggregate_id = of_id and l.sequence <= upto
    order by l.sequence
  loop
    hash := event_hash(hash, event.sequence, event_content_hash(event.event_id, event.event_type, of_type, of_id, event.body::text));
  end loop;
  return hash;
end
$$;
comment on function recorded_hash is 'The hash of an event of this service, computed from all events of its stream.';

alter table event_stream
  add column predecessor_hash text,
  add column last_hash text,
  add column last_hash_sequence bigint;
comment on column event_stream.predecessor_hash   is 'Hash of the event before the one with last_hash_sequence. Null: an older build has recorded all events.';
comment on column event_stream.last_hash          is 'Hash of the last event that a build with this column has recorded.';
comment on column event_stream.last_hash_sequence is 'Sequence number of that event. Lower than last: an older build has recorded the last event.';

alter table event_log add column predecessor_hash text;
comment on column event_log.predecessor_hash is 'Hash of the event before in the stream, 64 zeros for the first. Null: an older build has recorded the event.';

alter table applied_sequence
  add column last_hash text,
  add column last_hash_sequence bigint;
comment on column applied_sequence.last_hash          is 'Hash of the last event that a build with this column has applied. Null when it did not name its predecessor.';
comment on column applied_sequence.last_hash_sequence is 'Sequence number of that event. Lower than sequence: an older build, beside this one, has applied the last event.';

alter table waiting_event
  add column predecessor_hash text,
  add column hash text,
  add column any_predecessor boolean not null default false;
comment on column waiting_event.predecessor_hash is 'Hash of the event before in the stream. Null when the event did not name it.';
comment on column waiting_event.any_predecessor  is 'Whether an operator lets the event follow another event than the one that it names, see accepted_event.';
comment on column waiting_event.hash             is 'Hash of the event. Null when it did not name its predecessor.';

alter table dropped_event add column hash text;
comment on column dropped_event.hash is 'Hash of the event. Null when it did not name its predecessor.';

create table accepted_event (
  id               bigint      generated always as identity primary key,
  source           text        not null,
  aggregate_type   text        not null,
  aggregate_id     text        not null,
  sequence         bigint      not null,
  event_id         uuid        not null,
  predecessor_hash text,
  accepted_by      uuid        not null,
  accepted_because text        not null check (length(accepted_because) between 1 and 1000),
  accepted_at      timestamptz not null default clock_timestamp()
);
comment on table  accepted_event                  is 'Parked events that an operator has let follow another event than the one that they name.';
comment on column accepted_event.id               is 'Number of the row in this service.';
comment on column accepted_event.source           is 'Name of the service that sent the event.';
comment on column accepted_event.aggregate_type   is 'Kind of the aggregate, such as grant.';
comment on column accepted_event.aggregate_id     is 'Identifier of the aggregate at its source.';
comment on column accepted_event.sequence         is 'Sequence number of the event within its event stream.';
comment on column accepted_event.event_id         is 'Identifier of the event.';
comment on column accepted_event.predecessor_hash is 'Hash of the predecessor that the event names. Null when it names none.';
comment on column accepted_event.accepted_by      is 'Person id of the operator.';
comment on column accepted_event.accepted_because is 'Why the operator let the event follow.';
comment on column accepted_event.accepted_at      is 'When the event was accepted (UTC instant, database clock).';
