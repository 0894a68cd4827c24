-- Gates of instalments and stages; versions that promise more; awards that are ended before they are done.
alter table tranche_gate drop constraint tranche_gate_gate_check;
alter table tranche_gate add constraint gate_is_known check (gate in (
  'AGREEMENT_SIGNED', 'CLAIM_ACCEPTED', 'REPORT_ACCEPTED', 'MILESTONE_ACCEPTED', 'MATCHING_EVIDENCED', 'ACCOUNTS_ACCEPTED',
  'STAGE_PASSED', 'PAYEE_VERIFIED'));

alter table award add column keep_cents bigint check (keep_cents >= 0);
alter table award drop constraint award_status_check;
alter table award add constraint award_status_is_known check (
  status in ('WAITING', 'COMMITTED', 'AGREED', 'CLOSED', 'TERMINATED', 'VOIDED'));
alter table award add constraint ended_says_what_is_kept check (status <> 'TERMINATED' or keep_cents is not null);
-- A running award may wait, too: for what a later version promises on top.
alter table award drop constraint waiting_has_a_reason;
alter table award add constraint waiting_has_a_reason check (
  (status <> 'WAITING' or waiting_for is not null) and (waiting_for is null or status in ('WAITING', 'AGREED')));
create index award_ending on award (grant_id) where keep_cents is not null;
create unique index one_version_waits on award_version (grant_id) where status = 'WAITING_FOR_FUNDS';

-- Holds that come and go with what caused them, such as a report that is overdue.
alter table hold add column cause text;
create unique index one_hold_of_a_cause on hold (cause) where cause is not null and lifted_at is null;
