-- Rows for MillionRows: 4,000 applications with two tranches each, an awaited report and a claim for each tranche. Of the
-- reports, 800 are past their due day and 400 come soon; their claims were filed in time and are under review.
insert into small_table values
  ('scheme_version', 'a row for each scheme version'), ('scheme_call', 'a few for each scheme and year');

insert into scheme_version select 'rth', i, '' from generate_series(1, 20) i;
insert into scheme_call select 'rth', cast(i as text), '2026-01-01', '2026-01-02', pg_temp.id(3, 1), clock_timestamp()
from generate_series(1, 50) i;
insert into organisation select pg_temp.id(2, i), 0, 'a test', 'university', pg_temp.id(3, 1), clock_timestamp()
from generate_series(0, 2999) i;
insert into organisation_member select pg_temp.id(2, i % 3000), pg_temp.id(3, i), 'SUBMITTER' from generate_series(1, 4000) i;

insert into application (id, version, organisation_id, scheme, scheme_version, reference, status, answers, filing, plan,
  awarded_cents, accept_by, started_at)
select pg_temp.id(1, i), 0, pg_temp.id(2, i % 3000), 'rth', 1, 'RTH-2026-' || lpad(cast(i as text), 6, '0'),
  case when i <= 10 then 'OFFERED' when i % 2 = 1 then 'ACTIVE' else 'COMPLETED' end, '{}', '{}', '{}', 20000,
  case when i <= 10 then date '2999-01-01' else date '2020-01-01' end, clock_timestamp()
from generate_series(1, 4000) i;
insert into submission select pg_temp.id(1, i), 1, '{}', '', pg_temp.id(3, 1), clock_timestamp() from generate_series(1, 4000) i;
insert into register_entry select 'nittp-course', cast(i as text), pg_temp.id(1, i), '{}',
  case when i % 10 = 0 then date '2999-01-01' else date '2020-01-01' end, clock_timestamp()
from generate_series(1, 4000) i;
insert into allowance_lock select 'rth/posts', cast(pg_temp.id(2, i) as text) from generate_series(0, 2999) i;
insert into allowance_reservation select pg_temp.id(1, i), 'rth/posts', cast(pg_temp.id(2, i % 3000) as text), '2026-01-01', '2026-12-31', 1
from generate_series(1, 4000) i;

insert into grant_tranche (id, version, application_id, number, status, from_date, to_date, claim_by, amount_cents)
select pg_temp.id(4, t), 0, pg_temp.id(1, (t + 1) / 2), t % 2 + 1, case when t % 10 in (1, 2) then 'SCHEDULED' else 'PAID' end,
  '2020-01-01', '2020-12-31', '2020-12-31', 10000
from generate_series(1, 8000) t;
insert into awaited_claim (id, version, application_id, tranche_id, kind, due_by, watched)
select pg_temp.id(30, t), 0, pg_temp.id(1, (t + 1) / 2), pg_temp.id(4, t), 'REPORT',
  case when t % 20 = 5 then current_date + 5 else date '2020-12-31' end, t % 10 = 1 or t % 20 = 5
from generate_series(1, 8000) t;
insert into claim (id, version, application_id, tranche_id, kind, status, lines, claimed_cents, report, filed_at, submitted_at)
select pg_temp.id(31, t), 0, pg_temp.id(1, (t + 1) / 2), pg_temp.id(4, t), 'REPORT',
  case when t % 10 in (1, 2) or t % 20 = 5 then 'SUBMITTED' else 'ACCEPTED' end, '[]', 0, '', clock_timestamp(), '2020-01-01'
from generate_series(1, 8000) t;
insert into debt select pg_temp.id(6, i), pg_temp.id(1, i), pg_temp.id(4, i * 2), 100, 0, '2020-01-01',
  '{"en": "a test", "zh-Hant": "a test", "zh-Hans": "a test"}', clock_timestamp()
from generate_series(1, 4000) i;
insert into amendment (id, version, application_id, kind, status, base_version, last_day, reason, awarded_cents, plan, filed_at)
select pg_temp.id(32, i), 0, pg_temp.id(1, i), 'VARIATION', 'IN_FORCE', 1, '2026-12-31', 'a test', 20000, '{}', clock_timestamp()
from generate_series(1, 4000) i;

insert into paper (id, application_id, document, name, media_type, size_bytes, sha256, personal, blind_safe, uploaded_by, uploaded_at)
select pg_temp.id(33, i), pg_temp.id(1, i), 'a test', 'a test', 'text/plain', 1, cast(i as text), false, true, pg_temp.id(3, 1),
  clock_timestamp()
from generate_series(1, 4000) i;
insert into paper_access select pg_temp.id(34, i), pg_temp.id(1, i), null, null, pg_temp.id(3, i), 'TECHNICAL_REVIEW', '', false,
  clock_timestamp()
from generate_series(1, 4000) i;
insert into notice (id, organisation_id, application_id, kind, body, created_at, written_at)
select pg_temp.id(35, i), pg_temp.id(2, i % 3000), pg_temp.id(1, i), 'test',
  '{"en": "a test", "zh-Hant": "a test", "zh-Hans": "a test"}', clock_timestamp(), clock_timestamp()
from generate_series(1, 4000) i;
