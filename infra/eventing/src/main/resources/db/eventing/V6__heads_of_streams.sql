-- The sources publish the heads of their streams: the number and the hash of the last event. A stream that is behind its head lost
-- its last events on the way, which leaves no gap.

create table heads_publication (
  singleton boolean     primary key default true check (singleton),
  begun_at  timestamptz not null default '-infinity',
  ended_at  timestamptz not null default clock_timestamp()
);
insert into heads_publication default values;
comment on table  heads_publication           is 'One row: the publication of the heads of this service.';
comment on column heads_publication.singleton is 'Always true, so that there is one row.';
comment on column heads_publication.begun_at  is 'When a replica last began to publish all heads (UTC instant, database clock). -infinity: it may begin.';
comment on column heads_publication.ended_at  is 'When the broker had acknowledged all heads, or the table was created (UTC instant, database clock).';

create table unmatched_head (
  source         text        not null,
  aggregate_type text        not null,
  aggregate_id   text        not null,
  sequence       bigint      not null,
  hash           text,
  read_at        timestamptz not null,
  since          timestamptz not null default clock_timestamp(),
  primary key (source, aggregate_type, aggregate_id)
);
create index unmatched_head_since on unmatched_head (source, since);
create index unmatched_head_read on unmatched_head (source, read_at);
create index dropped_event_stream on dropped_event (aggregate_id);
comment on table  unmatched_head                is 'Streams of other services that are behind their published head, or have another last event. Deleted once they match.';
comment on column unmatched_head.source         is 'Name of the service that published the head.';
comment on column unmatched_head.aggregate_type is 'Kind of the aggregate, such as grant.';
comment on column unmatched_head.aggregate_id   is 'Identifier of the aggregate at its source.';
comment on column unmatched_head.sequence       is 'Number of the last event of the stream at its source.';
comment on column unmatched_head.hash           is 'Hash of that event. Null when the source does not know it.';
comment on column unmatched_head.read_at        is 'When the source read its head (UTC instant, clock of the database of the source).';
comment on column unmatched_head.since          is 'When the stream was first found behind (UTC instant, database clock).';
