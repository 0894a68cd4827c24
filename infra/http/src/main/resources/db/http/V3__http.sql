-- The answers given under an Idempotency-Key, stored with their effect. Keys of money commands are never pruned; none is, so far.
create table idempotency_key (
  person       uuid        not null,
  key          text        not null,
  request_hash text        not null,
  status       int         not null,
  body         text        not null,
  etag         text,
  location     text,
  recorded_at  timestamptz not null default clock_timestamp(),
  primary key (person, key)
);
