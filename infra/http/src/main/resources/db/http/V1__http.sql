-- HTTP: requests that are safe to repeat.

-- The response is stored in the transaction of its effect. No row is deleted.
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
comment on table  idempotency_key              is 'The response to each request that came with an Idempotency-Key. A repeated request gets the same response.';
comment on column idempotency_key.person       is 'Person id of the requester. Keys of different people do not meet.';
comment on column idempotency_key.key          is 'The Idempotency-Key, 1 to 255 visible ASCII characters.';
comment on column idempotency_key.request_hash is 'SHA-256 in hexadecimal of path and body. Another request with the same key is refused.';
comment on column idempotency_key.status       is 'HTTP status of the response.';
comment on column idempotency_key.body         is 'JSON body of the response. Empty if none.';
comment on column idempotency_key.etag         is 'ETag header of the response. Null if none.';
comment on column idempotency_key.location     is 'Location header of the response. Null if none.';
comment on column idempotency_key.recorded_at  is 'When the response was stored (UTC instant, database clock).';
