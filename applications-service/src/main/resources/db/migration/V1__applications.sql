-- Tables of the applications service, by aggregate.
-- Money is in HK cents. Dates are Hong Kong dates. Times are UTC instants of business time, unless the comment names the
-- database clock. Columns that name a person hold person ids. An application's id is the grant id in all services.

-- Schemes and calls -----------------------------------------------------------------------------------------------------

-- A published scheme version never changes: the start compares the file with this hash.
create table scheme_version (
  scheme       text        not null,
  version      int         not null,
  sha256       text        not null,
  published_at timestamptz not null default clock_timestamp(),
  primary key (scheme, version)
);
comment on table  scheme_version              is 'Scheme versions this service has published to the other services.';
comment on column scheme_version.scheme       is 'Scheme id, such as rth.';
comment on column scheme_version.version      is 'Number of the scheme version, 1 for the first.';
comment on column scheme_version.sha256       is 'SHA-256 of the scheme file, in hexadecimal.';
comment on column scheme_version.published_at is 'When the version was first published (UTC instant, database clock).';

-- Calls of one scheme never overlap; the use case that opens a call holds a lock of the scheme.
create table scheme_call (
  scheme    text        not null,
  id        text        not null,
  opens     date        not null,
  closes    date        not null,
  opened_by uuid        not null,
  opened_at timestamptz not null,
  primary key (scheme, id),
  constraint call_closes_after_it_opens check (closes >= opens)
);
comment on table  scheme_call           is 'Calls of schemes that take applications in calls.';
comment on column scheme_call.scheme    is 'Scheme id.';
comment on column scheme_call.id        is 'Name of the call, unique within its scheme.';
comment on column scheme_call.opens     is 'First day of the call (Hong Kong date).';
comment on column scheme_call.closes    is 'Last day of the call (Hong Kong date).';
comment on column scheme_call.opened_by is 'Scheme administrator who opened the call.';
comment on column scheme_call.opened_at is 'When the scheme administrator opened the call (UTC instant).';

-- Organisations ---------------------------------------------------------------------------------------------------------

create table organisation (
  id            uuid primary key,
  version       int         not null,
  name          text        not null,
  kind          text        not null,
  registered_by uuid        not null,
  registered_at timestamptz not null
);
comment on table  organisation               is 'Registered organisations.';
comment on column organisation.id            is 'Organisation id.';
comment on column organisation.version       is 'Entity version.';
comment on column organisation.name          is 'Name of the organisation, as registered.';
comment on column organisation.kind          is 'Organisation kind as scheme conditions name it, such as company or university.';
comment on column organisation.registered_by is 'Person who registered the organisation.';
comment on column organisation.registered_at is 'When the organisation was registered (UTC instant).';

create table organisation_member (
  organisation_id uuid not null references organisation,
  person          uuid not null,
  role            text not null check (role in ('EDITOR', 'SUBMITTER')),
  primary key (organisation_id, person)
);
create index organisation_member_person on organisation_member (person);
comment on table  organisation_member                 is 'People who act for an organisation.';
comment on column organisation_member.organisation_id is 'Organisation id.';
comment on column organisation_member.person          is 'The member.';
comment on column organisation_member.role            is 'EDITOR changes drafts; SUBMITTER also submits, accepts and withdraws.';

-- Applications ----------------------------------------------------------------------------------------------------------

create sequence application_reference;
comment on sequence application_reference is 'Numbers of application references, such as 123 in RTH-2026-000123. Numbers can be skipped.';

create table application (
  id              uuid primary key,
  version         int         not null,
  organisation_id uuid        not null references organisation,
  scheme          text        not null,
  scheme_version  int,
  reference       text        collate "C" unique,
  status          text        not null,
  answers         text        not null,
  revision        int         not null default 0,
  filing          text,
  clarification   text,
  pledged_by      date,
  letter          text,
  awarded_cents   bigint,
  award_version   int         not null default 0,
  plan            text,
  waiting_for     text,
  accept_by       date,
  stage           int         not null default 1 check (stage >= 1),
  stage_passed    boolean     not null default false,
  started_at      timestamptz not null,
  submitted_at    timestamptz,
  constraint submitted_is_pinned check (status = 'DRAFT' or (scheme_version is not null and reference is not null and filing is not null)),
  constraint offered_is_awarded check (status not in ('OFFERED', 'ACTIVE', 'COMPLETED') or awarded_cents is not null)
);
create index application_organisation on application (organisation_id, id desc);
create index application_status on application (status, id desc);
create index application_accept_by on application (accept_by, id) where status = 'OFFERED';
comment on table  application                 is 'Applications, from the draft to the end of the grant.';
comment on column application.id              is 'Grant id.';
comment on column application.version         is 'Entity version.';
comment on column application.organisation_id is 'The applicant.';
comment on column application.scheme          is 'Scheme id.';
comment on column application.scheme_version  is 'Pinned scheme version. Null before the first submission.';
comment on column application.reference       is 'Readable number, such as RTH-2026-000123. Null before the first submission.';
comment on column application.status          is 'DRAFT, SUBMITTED, IN_ASSESSMENT, CLARIFYING, INELIGIBLE, DECLINED, APPROVED, OFFERED, ACTIVE, COMPLETED, TERMINATED, LAPSED or WITHDRAWN.';
comment on column application.answers         is 'JSON object of the answers that hold now, by question id. Contains personal data.';
comment on column application.revision        is 'Number of the latest filing: 0 in draft, 1 after the first submission.';
comment on column application.filing          is 'JSON of the latest filing (type Filing), without personal data. Null before the first submission.';
comment on column application.clarification   is 'Open clarification request of vetting. Null if none.';
comment on column application.pledged_by      is 'Last day of the pledge to decide (Hong Kong date). Null before full information was received.';
comment on column application.letter          is 'Decision letter. Null before a decision.';
comment on column application.awarded_cents   is 'Awarded amount of the version in force (HK cents). Null before the approval.';
comment on column application.award_version   is 'Number of the award version in force. 0 until money is committed.';
comment on column application.plan            is 'JSON of the tranche plan of the version in force (type TranchePlan). Null before the approval.';
comment on column application.waiting_for     is 'Why the award, or a later version that raises it, waits: FUNDS or DEBT. Null if it does not wait.';
comment on column application.accept_by       is 'Last day to accept the offer (Hong Kong date). Null before the offer.';
comment on column application.stage           is 'Number of the project stage that runs now, 1 for the first.';
comment on column application.stage_passed    is 'Whether the stage gate of the running stage is passed, so that the next stage can be requested.';
comment on column application.started_at      is 'When the draft was started (UTC instant).';
comment on column application.submitted_at    is 'When the first revision was submitted (UTC instant). Null in draft.';

-- The receipt quotes the hash of the content.
create table submission (
  application_id uuid        not null references application,
  revision       int         not null,
  content        text        not null,
  sha256         text        not null,
  submitted_by   uuid        not null,
  submitted_at   timestamptz not null,
  primary key (application_id, revision)
);
create trigger submission_is_append_only before update or delete on submission
  for each row execute function refuse_change();
comment on table  submission                is 'The exact content of each filing of an application. Append-only.';
comment on column submission.application_id is 'Grant id.';
comment on column submission.revision       is 'Number of the filing, 1 for the first submission.';
comment on column submission.content        is 'JSON of everything that was submitted. Contains personal data.';
comment on column submission.sha256         is 'SHA-256 of the content, in hexadecimal.';
comment on column submission.submitted_by   is 'Member who submitted the application.';
comment on column submission.submitted_at   is 'When the filing was submitted (UTC instant).';

create table register_entry (
  scheme         text        not null,
  reference      text        not null,
  application_id uuid        not null unique references application,
  facts          text        not null,
  until          date        not null,
  registered_at  timestamptz not null,
  primary key (scheme, reference)
);
create index register_entry_until on register_entry (scheme, until desc, application_id desc);
comment on table  register_entry                is 'Register entries: approved applications that answers of other schemes can name.';
comment on column register_entry.scheme         is 'Id of the scheme whose register it is.';
comment on column register_entry.reference      is 'Reference of the application, by which answers name the entry.';
comment on column register_entry.application_id is 'Grant id of the approved application.';
comment on column register_entry.facts          is 'JSON object of the answers that the scheme shows, by question id.';
comment on column register_entry.until          is 'Last day on which lists show the entry (Hong Kong date).';
comment on column register_entry.registered_at  is 'When the application was approved and registered (UTC instant).';

-- Allowances ------------------------------------------------------------------------------------------------------------

-- The use case locks the row, reads the usage and writes the reservation, so that no race exceeds a limit.
create table allowance_lock (
  rule    text not null,
  subject text not null,
  primary key (rule, subject)
);
comment on table  allowance_lock         is 'One row to lock for each allowance and subject.';
comment on column allowance_lock.rule    is 'Scheme id and allowance id, such as rth/posts.';
comment on column allowance_lock.subject is 'Allowance subject: organisation:<id>, named:<normalised text> or row:<SHA-256 of a normalised text>.';

create table allowance_reservation (
  application_id uuid   not null references application,
  rule           text   not null,
  subject        text   not null,
  from_date      date   not null,
  to_date        date   not null check (to_date >= from_date),
  amount_cents   bigint constraint reserved_amount_is_not_negative check (amount_cents >= 0),
  primary key (application_id, rule, subject),
  constraint allowance_reservation_rule_subject_fkey foreign key (rule, subject) references allowance_lock
);
create index allowance_reservation_subject on allowance_reservation (rule, subject, to_date);
comment on table  allowance_reservation                is 'What each application has reserved of the allowances of its scheme.';
comment on column allowance_reservation.application_id is 'Grant id.';
comment on column allowance_reservation.rule           is 'Scheme id and allowance id.';
comment on column allowance_reservation.subject        is 'Allowance subject, as in allowance_lock.';
comment on column allowance_reservation.from_date      is 'First day that the reservation occupies (Hong Kong date).';
comment on column allowance_reservation.to_date        is 'Last day that the reservation occupies (Hong Kong date).';
comment on column allowance_reservation.amount_cents   is 'Reserved amount of a limit in money (HK cents). Null if the allowance counts grants.';

-- Tranches of a grant ---------------------------------------------------------------------------------------------------

-- A copy that follows the events of the disbursement service.
create table grant_tranche (
  id              uuid primary key,
  version         int    not null,
  application_id  uuid   not null references application,
  number          int    not null,
  status          text   not null,
  from_date       date   not null,
  to_date         date   not null,
  claim_by        date   not null,
  amount_cents    bigint not null check (amount_cents >= 0),
  accepted_cents  bigint,
  paid_cents      bigint not null default 0,
  advance_percent int,
  advance_of      uuid references grant_tranche
);
create index grant_tranche_application on grant_tranche (application_id, number);
create index grant_tranche_deadline on grant_tranche (claim_by, id) where status = 'SCHEDULED' and advance_of is null;
comment on table  grant_tranche                 is 'Tranches as the grantee sees them.';
comment on column grant_tranche.id              is 'Tranche id.';
comment on column grant_tranche.version         is 'Entity version.';
comment on column grant_tranche.application_id  is 'Grant id.';
comment on column grant_tranche.number          is 'Number of the tranche in its plan, 1 for the first. An advance tranche has the number of its tranche.';
comment on column grant_tranche.status          is 'SCHEDULED, DUE, PREPARED, RELEASED, PAID or CANCELLED.';
comment on column grant_tranche.from_date       is 'First day that the tranche pays for (Hong Kong date).';
comment on column grant_tranche.to_date         is 'Last day that the tranche pays for (Hong Kong date).';
comment on column grant_tranche.claim_by        is 'Last day to file a claim on the tranche (Hong Kong date).';
comment on column grant_tranche.amount_cents    is 'Awarded share of the tranche without its advance (HK cents).';
comment on column grant_tranche.accepted_cents  is 'Accepted amount of its payment claim (HK cents). Null before acceptance.';
comment on column grant_tranche.paid_cents      is 'Paid amount (HK cents).';
comment on column grant_tranche.advance_percent is 'Percent of the tranche that may be claimed in advance. Null if none, or once an advance was split off.';
comment on column grant_tranche.advance_of      is 'The tranche from which this advance tranche was split off. Null if this is no advance.';

create table awaited_claim (
  id             uuid primary key,
  version        int  not null,
  application_id uuid not null references application,
  tranche_id     uuid not null references grant_tranche,
  kind           text not null,
  due_by         date,
  reminded_at    timestamptz,
  overdue_at     timestamptz,
  watched        boolean not null,
  constraint awaited_once unique (tranche_id, kind),
  constraint overdue_was_due check (overdue_at is null or due_by is not null)
);
create index awaited_claim_application on awaited_claim (application_id);
create index awaited_claim_overdue on awaited_claim (due_by, id) where watched and overdue_at is null;
create index awaited_claim_coming on awaited_claim (due_by, id) where watched and overdue_at is null and reminded_at is null;
comment on table  awaited_claim                is 'Claims that a tranche still needs, one row a claim kind.';
comment on column awaited_claim.id             is 'Awaited claim id.';
comment on column awaited_claim.version        is 'Entity version.';
comment on column awaited_claim.application_id is 'Grant id.';
comment on column awaited_claim.tranche_id     is 'The tranche that needs the claim.';
comment on column awaited_claim.kind           is 'Claim kind, such as PAYMENT or REPORT.';
comment on column awaited_claim.due_by         is 'Report due date: last day on which the report is in time (Hong Kong date). Null for a kind that is no report.';
comment on column awaited_claim.reminded_at    is 'When the grantee was reminded of the due date (UTC instant). Null before.';
comment on column awaited_claim.overdue_at     is 'When the report became overdue (UTC instant). Null before. Never reset.';
comment on column awaited_claim.watched        is 'Whether the claim has a due day, its grant is ACTIVE, its tranche is not CANCELLED and no such claim was accepted. Kept by triggers.';

-- A copy that follows the events of the disbursement service.
create table debt (
  id                uuid primary key,
  application_id    uuid        not null references application,
  tranche_id        uuid        not null,
  raised_cents      bigint      not null check (raised_cents > 0),
  outstanding_cents bigint      not null check (outstanding_cents between 0 and raised_cents),
  due_by            date        not null,
  reason            text        not null,
  raised_at         timestamptz not null
);
create index debt_application on debt (application_id, raised_at);
comment on table  debt                   is 'Receivables as the grantee sees them.';
comment on column debt.id                is 'Receivable id.';
comment on column debt.application_id    is 'Grant id.';
comment on column debt.tranche_id        is 'The overpaid tranche.';
comment on column debt.raised_cents      is 'Amount owed when the receivable was raised (HK cents).';
comment on column debt.outstanding_cents is 'Amount still owed (HK cents).';
comment on column debt.due_by            is 'Last day to pay in time (Hong Kong date).';
comment on column debt.reason            is 'Why the grantee owes the amount, as JSON: one text for each language (type LocalisedText).';
comment on column debt.raised_at         is 'When the receivable was raised (UTC instant).';

-- Claims ----------------------------------------------------------------------------------------------------------------

create table claim (
  id             uuid primary key,
  version        int    not null,
  application_id uuid   not null references application,
  tranche_id     uuid   not null references grant_tranche,
  kind           text   not null,
  status         text   not null,
  revision       int    not null default 0,
  lines          text   not null,
  claimed_cents  bigint not null check (claimed_cents >= 0),
  explanation    text,
  report         text   not null,
  question       text,
  accepted_cents bigint,
  refused        text,
  reason         text,
  filed_at       timestamptz not null,
  submitted_at   timestamptz
);
-- After a rejection or withdrawal the grantee may file another claim of the same kind.
create unique index one_claim_per_tranche_and_kind on claim (tranche_id, kind) where status not in ('REJECTED', 'WITHDRAWN');
create index claim_application on claim (application_id, id desc);
create index claim_tranche on claim (tranche_id, kind);

-- Keeps awaited_claim.watched, whichever statement changes the grant, the tranche or the claim. The sweeps of deadlines look
-- at watched rows only, so that the reports of ended grants cost them nothing.
create function is_watched(awaited awaited_claim) returns boolean language sql stable as $$
  select awaited.due_by is not null
    and exists (select from application a where a.id = awaited.application_id and a.status = 'ACTIVE')
    and exists (select from grant_tranche t where t.id = awaited.tranche_id and t.status <> 'CANCELLED')
    and not exists (select from claim c
                    where c.tranche_id = awaited.tranche_id and c.kind = awaited.kind and c.status = 'ACCEPTED')
$$;
create function watch_new_awaited_claim() returns trigger language plpgsql as $$
begin
  new.watched := is_watched(new);
  return new;
end $$;
create function watch_awaited_claims() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'application' then
    update awaited_claim w set watched = is_watched(w) where w.application_id = new.id;
  elsif tg_table_name = 'grant_tranche' then
    update awaited_claim w set watched = is_watched(w) where w.tranche_id = new.id;
  else
    update awaited_claim w set watched = is_watched(w) where w.tranche_id = new.tranche_id and w.kind = new.kind;
  end if;
  return null;
end $$;
create trigger awaited_claim_is_watched before insert or update of due_by on awaited_claim
  for each row execute function watch_new_awaited_claim();
create trigger application_is_watched after update of status on application for each row
  when ((old.status = 'ACTIVE') <> (new.status = 'ACTIVE')) execute function watch_awaited_claims();
create trigger grant_tranche_is_watched after update of status on grant_tranche for each row
  when ((old.status = 'CANCELLED') <> (new.status = 'CANCELLED')) execute function watch_awaited_claims();
create trigger claim_is_watched after update of status on claim for each row
  when ((old.status = 'ACCEPTED') <> (new.status = 'ACCEPTED')) execute function watch_awaited_claims();
comment on table  claim                is 'Claims on tranches of running awards.';
comment on column claim.id             is 'Claim id.';
comment on column claim.version        is 'Entity version.';
comment on column claim.application_id is 'Grant id.';
comment on column claim.tranche_id     is 'The tranche that is claimed on.';
comment on column claim.kind           is 'PAYMENT, ADVANCE, REPORT, MILESTONE, MATCHING, STAGE_GATE or ACCOUNTS.';
comment on column claim.status         is 'DRAFT, SUBMITTED, CLARIFYING, ACCEPTED, REJECTED or WITHDRAWN.';
comment on column claim.revision       is 'Number of the latest filing: 0 in draft, 1 after the first submission.';
comment on column claim.lines          is 'JSON list of the claim lines (type ClaimFiling.Line). Empty list for a claim without money.';
comment on column claim.claimed_cents  is 'Claimed amount of all lines, at most what the tranche can pay (HK cents).';
comment on column claim.explanation    is 'Why the claimed amount is lower than the paid amounts suggest. Null if it is not.';
comment on column claim.report         is 'Text of the progress report. May be empty.';
comment on column claim.question       is 'Open clarification request of vetting. Null if none.';
comment on column claim.accepted_cents is 'Accepted amount (HK cents). Null before acceptance; 0 for a failed claim.';
comment on column claim.refused        is 'JSON list of the refused lines with their reasons (type RefusedLine). Null before acceptance.';
comment on column claim.reason         is 'Why the claim was rejected. Null otherwise.';
comment on column claim.filed_at       is 'When the draft was made (UTC instant).';
comment on column claim.submitted_at   is 'When the first revision was submitted (UTC instant). Null in draft.';

-- Amendments ------------------------------------------------------------------------------------------------------------

create table amendment (
  id             uuid primary key,
  version        int         not null,
  application_id uuid        not null references application,
  kind           text        not null,
  status         text        not null,
  revision       int         not null default 0,
  base_version   int         not null,
  last_day       date        not null,
  reason         text        not null,
  changes        text        not null default '{}',
  entitlement    text,
  awarded_cents  bigint      not null,
  plan           text        not null,
  keep_cents     bigint      check (keep_cents >= 0),
  by_fund        boolean     not null default false,
  question       text,
  answer         text,
  letter         text,
  filed_at       timestamptz not null,
  constraint termination_says_what_is_kept check ((kind = 'TERMINATION') = (keep_cents is not null))
);
create index amendment_application on amendment (application_id);
-- A termination may be drafted beside another amendment, and may wait beside a next stage that waits for money.
create unique index one_open_amendment_per_grant on amendment (application_id)
  where status in ('DRAFT', 'SUBMITTED', 'CLARIFYING', 'APPROVED') and kind <> 'TERMINATION';
create unique index one_open_termination_per_grant on amendment (application_id)
  where status in ('DRAFT', 'SUBMITTED', 'CLARIFYING', 'APPROVED') and kind = 'TERMINATION';
create unique index one_amendment_under_review_per_grant on amendment (application_id)
  where status in ('SUBMITTED', 'CLARIFYING');
comment on table  amendment                is 'Amendments to running awards.';
comment on column amendment.id             is 'Amendment id.';
comment on column amendment.version        is 'Entity version.';
comment on column amendment.application_id is 'Grant id.';
comment on column amendment.kind           is 'EARLY_END, VARIATION, NEXT_STAGE or TERMINATION.';
comment on column amendment.status         is 'DRAFT, SUBMITTED, CLARIFYING, APPROVED, IN_FORCE, DECLINED or WITHDRAWN.';
comment on column amendment.revision       is 'Number of the latest filing: 0 in draft, 1 after the first submission.';
comment on column amendment.base_version   is 'Number of the award version that the amendment changes.';
comment on column amendment.last_day       is 'Day on which the amendment takes effect; for an early end the new last day (Hong Kong date).';
comment on column amendment.reason         is 'Why the filer asks for the amendment.';
comment on column amendment.changes        is 'JSON object of the changed answers, by question id. Contains personal data.';
comment on column amendment.entitlement    is 'JSON of the entitlement for the changed answers (type Entitlement). Null if it is not calculated again.';
comment on column amendment.awarded_cents  is 'Awarded amount of the proposed version (HK cents).';
comment on column amendment.plan           is 'JSON of the tranche plan of the proposed version (type TranchePlan).';
comment on column amendment.keep_cents     is 'Amount the grantee keeps of what was paid (HK cents). Set for a termination only.';
comment on column amendment.by_fund        is 'Whether the secretariat filed the amendment, not the grantee.';
comment on column amendment.question       is 'Open clarification request of vetting. Null if none.';
comment on column amendment.answer         is 'Answer to the clarification request. Null if none.';
comment on column amendment.letter         is 'Decision letter. Null before a decision.';
comment on column amendment.filed_at       is 'When the draft was made (UTC instant).';

-- Papers ----------------------------------------------------------------------------------------------------------------

-- The files themselves are on disk, by paper id. A detached paper keeps its row.
create table paper (
  id             uuid primary key,
  application_id uuid        not null references application,
  claim_id       uuid        references claim,
  document       text        not null,
  name           text        not null,
  media_type     text        not null,
  size_bytes     bigint      not null,
  sha256         text        not null,
  personal       boolean     not null,
  blind_safe     boolean     not null,
  once           boolean     not null default false,
  uploaded_by    uuid        not null,
  uploaded_at    timestamptz not null,
  detached_at    timestamptz
);
create index paper_application on paper (application_id);
create index paper_claim on paper (claim_id) where claim_id is not null;
-- Finds another claim with the same file.
create index paper_claim_content on paper (sha256) where once and detached_at is null;
comment on table  paper                is 'Papers attached to applications and claims.';
comment on column paper.id             is 'Paper id.';
comment on column paper.application_id is 'Grant id.';
comment on column paper.claim_id       is 'The claim that the paper belongs to. Null if the paper belongs to the application.';
comment on column paper.document       is 'Id of the document that the scheme asks for.';
comment on column paper.name           is 'File name, as uploaded. Can contain personal data.';
comment on column paper.media_type     is 'Media type, found from the content.';
comment on column paper.size_bytes     is 'Size of the file (bytes).';
comment on column paper.sha256         is 'SHA-256 of the file, in hexadecimal.';
comment on column paper.personal       is 'Whether the paper contains personal data.';
comment on column paper.blind_safe     is 'Whether the paper does not reveal the applicant.';
comment on column paper.once           is 'Whether the same file may serve one claim only, such as an invoice.';
comment on column paper.uploaded_by    is 'Member who uploaded the paper.';
comment on column paper.uploaded_at    is 'When the paper was uploaded (UTC instant).';
comment on column paper.detached_at    is 'When the paper was detached (UTC instant). Null while attached.';

-- Follows the events of review tasks.
create table paper_access (
  task_id        uuid primary key,
  application_id uuid        not null,
  amendment_id   uuid,
  claim_id       uuid,
  person         uuid        not null,
  stage          text        not null,
  groups         text        not null,
  blind          boolean     not null,
  until          timestamptz not null,
  ended_at       timestamptz
);
comment on table  paper_access                is 'Who may read the papers and answers of a grant. One row a taken review task. Kept for ever.';
comment on column paper_access.task_id        is 'Review task id.';
comment on column paper_access.application_id is 'Grant id.';
comment on column paper_access.amendment_id   is 'The amendment under vetting. Null if the vetting subject is no amendment.';
comment on column paper_access.claim_id       is 'The claim under vetting. Null if the vetting subject is no claim.';
comment on column paper_access.person         is 'Task holder.';
comment on column paper_access.stage          is 'Vetting stage of the task.';
comment on column paper_access.groups         is 'Ids of the question groups whose answers and papers are shown, separated by commas.';
comment on column paper_access.blind          is 'Whether only blind-safe answers and papers are shown.';
comment on column paper_access.until          is 'Latest end of the lease (UTC instant, database clock).';
comment on column paper_access.ended_at       is 'When the task ended (UTC instant). Null before.';

-- Notices ---------------------------------------------------------------------------------------------------------------

-- A notice is stored in the transaction of its cause and written to a file afterwards.
create table notice (
  id              uuid primary key,
  organisation_id uuid        not null,
  application_id  uuid        not null,
  kind            text        not null,
  body            text        not null,
  created_at      timestamptz not null,
  written_at      timestamptz
);
create index notice_organisation on notice (organisation_id, id desc);
create index notice_unwritten on notice (id) where written_at is null;
comment on table  notice                 is 'Notices of the fund to the members of an organisation.';
comment on column notice.id              is 'Notice id. Newer notices have higher ids.';
comment on column notice.organisation_id is 'Organisation whose members read the notice.';
comment on column notice.application_id  is 'Grant id.';
comment on column notice.kind            is 'What the notice is about, such as claim-accepted.';
comment on column notice.body            is 'Text of the notice as JSON: en, zh-Hant and zh-Hans.';
comment on column notice.created_at      is 'When the cause happened (UTC instant).';
comment on column notice.written_at      is 'When the notice was written to a file (UTC instant, database clock). Null before.';
