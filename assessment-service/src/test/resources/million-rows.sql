-- Rows for MillionRows: 4,000 review cases, of which a quarter is open and a fortieth waits for a clarification, with two
-- tasks each. Of the tasks, 1,000 wait for assessors; five wait for the decision authority, at the end of the queue.
insert into small_table values
  ('scheme_version', 'a row for each published scheme version'), ('assessor', 'a row for each person with tasks');

insert into scheme_version select 'rth/v' || i, '', cast(i as text), pg_temp.id(3, 1) from generate_series(1, 20) i;
insert into assessor select pg_temp.id(3, i), clock_timestamp() from generate_series(1, 100) i;
insert into review_case (id, version, grant_id, subject_kind, subject_id, scheme_id, scheme_version, reference, parties, filing,
  round, status, stage, question, asked_on, answer_by, pledged_by, outcome, opened_at)
select pg_temp.id(20, i), 0, pg_temp.id(1, i), 'APPLICATION', pg_temp.id(1, i), 'rth', 1, 'RTH-2026-' || i,
  array[pg_temp.id(2, i % 3000)], '{}', 1,
  case when i % 40 = 0 then 'CLARIFYING' when i % 4 = 1 then 'OPEN' else 'CLOSED' end,
  case when i <= 10 then 'ELIGIBILITY' else 'TECHNICAL_REVIEW' end, case when i % 40 = 0 then 'a test' end,
  case when i % 40 = 0 then date '2026-01-01' end,
  case when i % 400 = 0 then date '2026-01-08' when i % 40 = 0 then date '2999-01-01' end, '2999-01-01',
  case when i % 40 <> 0 and i % 4 <> 1 then 'APPROVED' end, clock_timestamp()
from generate_series(1, 4000) i;
insert into clarification_reminder select pg_temp.id(20, i), '2026-01-09', pg_temp.id(3, 1), clock_timestamp()
from generate_series(1, 4000) i;

insert into review_task (id, version, grant_id, case_id, subject_kind, subject_id, stage, round, role, authorities, parties, due_on,
  status, holder, lease_until, lease_ends_at_latest, ended_at)
select pg_temp.id(21, t), 0, pg_temp.id(1, (t + 1) / 2), pg_temp.id(20, (t + 1) / 2), 'APPLICATION', pg_temp.id(1, (t + 1) / 2),
  case when t > 7995 then 'DECISION' else 'TECHNICAL_REVIEW' end, 1,
  case when t > 7995 then 'decision-authority' else 'assessor' end, '{}', array[pg_temp.id(2, (t + 1) / 2 % 3000)],
  date '2026-01-01' + t / 10, case when t > 7995 or t % 8 = 0 then 'WAITING' when t % 40 = 1 then 'TAKEN' else 'DONE' end,
  case when t <= 7995 and t % 8 <> 0 then pg_temp.id(3, t) end,
  case when t % 40 = 1 then timestamptz '2999-01-01' end, case when t % 40 = 1 then timestamptz '2999-01-01' end,
  case when t <= 7995 and t % 8 <> 0 and t % 40 <> 1 then timestamptz '2020-01-01' end
from generate_series(1, 8000) t;
insert into conflict_of_interest select pg_temp.id(22, i), pg_temp.id(3, i), pg_temp.id(2, i % 3000), 'a test', clock_timestamp()
from generate_series(1, 4000) i;
insert into interest_in_grant select pg_temp.id(1, i), pg_temp.id(3, i), 'a test', clock_timestamp() from generate_series(1, 4000) i;

insert into score_sheet (id, grant_id, case_id, task_id, stage, round, assessor, marks, weighted_tenths, comment, submitted_at)
select pg_temp.id(23, t), pg_temp.id(1, (t + 1) / 2), pg_temp.id(20, (t + 1) / 2), pg_temp.id(21, t), 'TECHNICAL_REVIEW', 1,
  pg_temp.id(3, t), '{}', 500, 'a test', clock_timestamp()
from generate_series(1, 8000) t;
insert into voided_score_sheet select pg_temp.id(23, t), 'a test', clock_timestamp() from generate_series(1, 3000) t;

insert into panel_meeting (id, version, scheme_id, role, held_on, place, chair, status, scheduled_by, scheduled_at, opened_at, ended_at)
select pg_temp.id(24, i), 0, 'rth', case when i <= 10 then 'gsp-panel' else 'panel-' || i % 20 end, '2026-01-01', 'a test', pg_temp.id(3, i % 500),
  case when i <= 20 then 'OPEN' else 'CLOSED' end, pg_temp.id(3, 1), clock_timestamp(), clock_timestamp(),
  case when i > 20 then clock_timestamp() end
from generate_series(1, 4000) i;
insert into panel_attendance select pg_temp.id(24, i), pg_temp.id(3, i), pg_temp.id(3, 1), clock_timestamp() from generate_series(1, 4000) i;
insert into agenda_item (id, version, grant_id, meeting_id, case_id, round, quorum, status, chair, supported, reason, called_at, ended_at)
select pg_temp.id(25, i), 0, pg_temp.id(1, i), pg_temp.id(24, i), pg_temp.id(20, i), 1, 3, 'CLOSED', pg_temp.id(3, 1), true, 'a test',
  clock_timestamp(), clock_timestamp()
from generate_series(1, 4000) i;
insert into panel_declaration (item_id, person, interested, late, declared_at)
select pg_temp.id(25, i), pg_temp.id(3, i), false, false, clock_timestamp() from generate_series(1, 4000) i;
insert into panel_vote select pg_temp.id(25, i), pg_temp.id(3, i), 'SUPPORT', clock_timestamp() from generate_series(1, 4000) i;
