-- Rows of the platform modules for MillionRows. pg_temp.id(kind, number) gives ids in the order of their numbers:
-- kind 1 are grants, 2 organisations, 3 persons. A service without a module has no such table.
insert into small_table values
  ('event_source', 'one row'), ('paused_intake', 'a row for each paused topic'),
  ('to_send', 'events that the broker has not acknowledged'),
  ('republication', 'one a night'), ('dropped_event', 'events that operators have dropped'),
  ('heads_publication', 'one row'), ('accepted_event', 'events that operators have accepted'), ('unmatched_head', 'streams that lost events, or are on their way'),
  ('set_aside_record', 'records that no service has written');
do $$
begin
  if to_regclass('million.event_log') is not null then
    insert into event_log (event_id, aggregate_type, aggregate_id, sequence, epoch, event_type, topic, body, recorded_at)
    select pg_temp.id(90, i), 'grant', pg_temp.id(1, i / 2), i % 2, 1, 'itf.test.v1', 'itf.test', '{}',
      clock_timestamp() - make_interval(days => 30 + i / 100)
    from generate_series(1, 8000) i;
    insert into event_stream select 'grant', pg_temp.id(1, i), 2 from generate_series(1, 4000) i;
    insert into applied_sequence select s.source, 'grant', pg_temp.id(1, i), 5, 1
    from generate_series(1, 4000) i, unnest(array['applications', 'assessment', 'disbursement']) s (source);
    -- Gaps that wait for a lost event, and events that an operator has to look at.
    insert into waiting_event (source, aggregate_type, aggregate_id, sequence, epoch, event_id, event_type, body, state, reason)
    select 'applications', 'grant', pg_temp.id(1, i), 9, 1, pg_temp.id(91, i), 'itf.test.v1', '{}',
      case i % 2 when 0 then 'GAP' else 'PARKED' end, 'a test'
    from generate_series(1, 4000) i;
    -- Events that wait for something that does not come, and events behind a parked one.
    insert into waiting_event (source, aggregate_type, aggregate_id, sequence, epoch, event_id, event_type, body, state,
      reason, waits_for_type, waits_for_id)
    select 'assessment', 'grant', pg_temp.id(1, i), 6, 1, pg_temp.id(94, i), 'itf.test.v1', '{}', 'EARLY', 'a test',
      'grant', pg_temp.id(1, i)
    from generate_series(1, 4000) i;
    insert into waiting_event (source, aggregate_type, aggregate_id, sequence, epoch, event_id, event_type, body, state, reason)
    select 'applications', 'grant', pg_temp.id(1, 5000), i, 1, pg_temp.id(95, i), 'itf.test.v1', '{}',
      case i when 1 then 'PARKED' else 'GAP' end, 'a test'
    from generate_series(1, 4000) i;
    insert into ignored_event (event_id, source, aggregate_id, event_type, reason)
    select pg_temp.id(92, i), 'applications', pg_temp.id(1, i), 'itf.test.v1', 'a test' from generate_series(1, 4000) i;
  end if;
  if to_regclass('million.grant_duty') is not null then
    insert into grant_duty (grant_id, person, duty)
    select pg_temp.id(1, i), pg_temp.id(3, i % 100 + d), (array['SUBMITTED', 'SCORED'])[d]
    from generate_series(1, 4000) i, generate_series(1, 2) d;
    insert into duty_conflict (id, grant_id, person, held, also, status, resolved_at)
    select pg_temp.id(93, i), pg_temp.id(1, i), pg_temp.id(3, i % 100), 'PREPARED', 'DECIDED',
      case when i % 5 = 0 then 'OPEN' else 'UNDONE' end, case when i % 5 = 0 then null else clock_timestamp() end
    from generate_series(1, 4000) i;
    insert into timeline (grant_id, subject, transition, actor, before_sha256, after_sha256, detail, happened_at)
    select pg_temp.id(1, i / 2), 'grant', 'TEST', pg_temp.id(3, i % 100), '', '', '', clock_timestamp()
    from generate_series(2, 8000) i;
  end if;
  if to_regclass('million.idempotency_key') is not null then
    insert into idempotency_key (person, key, request_hash, status, body)
    select pg_temp.id(3, i % 100), i, '', 201, '' from generate_series(1, 4000) i;
  end if;
end $$;
