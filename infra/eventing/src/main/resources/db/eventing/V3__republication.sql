-- Events that are sent again give way to new ones, and the end of a republication is recorded.
alter table to_send add column republished boolean not null default false;
create index to_send_order on to_send (republished, position);
comment on column to_send.republished is 'Whether the event was sent before. New events go first.';

create table republication (
  id           bigint      generated always as identity primary key,
  since        timestamptz not null,
  events       int         not null check (events >= 0),
  requested_at timestamptz not null default clock_timestamp(),
  ended_at     timestamptz
);
create index republication_running on republication (id) where ended_at is null;
comment on table  republication              is 'Republications: each night, or when an operator asks, recorded events are sent again.';
comment on column republication.id           is 'Number of the republication in this service.';
comment on column republication.since        is 'Events recorded after this instant are sent again (UTC instant, database clock).';
comment on column republication.events       is 'Number of events that are sent again.';
comment on column republication.requested_at is 'When the republication was requested (UTC instant, database clock).';
comment on column republication.ended_at     is 'When the broker had acknowledged its last event (UTC instant, database clock). Null while it runs.';
