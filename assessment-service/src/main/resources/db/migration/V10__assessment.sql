-- Scheme versions as published, whole and unchanged: every case is judged by the text it is pinned to.
create table scheme_version (
  id           text primary key,
  text         text not null,
  sha256       text not null,
  published_by uuid not null
);
create trigger scheme_version_is_immutable before update or delete on scheme_version
  for each row execute function refuse_change();

-- One case per application, claim or amendment, all of them about a grant.
create table review_case (
  id                       uuid primary key,
  grant_id                 uuid        not null,
  subject_kind             text        not null check (subject_kind in ('APPLICATION', 'CLAIM', 'AMENDMENT')),
  subject_id               uuid        not null,
  scheme_id                text        not null,
  scheme_version           int         not null,
  reference                text        not null,
  parties                  uuid[]      not null,
  filing                   text        not null,
  round                    int         not null check (round >= 1),
  status                   text        not null check (status in ('OPEN', 'CLARIFYING', 'CLOSED')),
  stage                    text        not null,
  outcome                  text,
  letter                   text,
  eligibility_confirmed_by uuid,
  question                 text,
  asked_on                 date,
  answer_by                date,
  pledge                   text,
  pledged_by               date,
  opened_at                timestamptz not null,
  closed_at                timestamptz,
  version                  int         not null,
  constraint one_case_per_subject unique (subject_kind, subject_id),
  constraint application_case_is_named_as_its_grant check (subject_kind <> 'APPLICATION' or subject_id = grant_id),
  constraint closed_case_has_an_outcome check ((status = 'CLOSED') = (outcome is not null)),
  constraint clarifying_case_has_a_question check ((status = 'CLARIFYING') = (asked_on is not null))
);
create index review_case_grant on review_case (grant_id);
create index review_case_open on review_case (status, id) where status <> 'CLOSED';

-- One piece of work on the queue. Ended tasks stay; a fresh one replaces what was handed back, lapsed or recused.
create table review_task (
  id                   uuid primary key,
  grant_id             uuid        not null,
  case_id              uuid        not null references review_case,
  subject_kind         text        not null,
  subject_id           uuid        not null,
  stage                text        not null,
  round                int         not null,
  role                 text        not null,
  authorities          text[]      not null,
  parties              uuid[]      not null,
  duty                 text,
  due_on               date        not null,
  status               text        not null
    check (status in ('WAITING', 'TAKEN', 'DONE', 'HANDED_BACK', 'LAPSED', 'RECUSED')),
  holder               uuid,
  taken_at             timestamptz,
  lease_until          timestamptz,
  lease_ends_at_latest timestamptz,
  ending_reason        text,
  version              int         not null,
  constraint taken_task_has_a_holder_and_a_lease check (
    status <> 'TAKEN' or (holder is not null and lease_until is not null and lease_ends_at_latest is not null)),
  constraint lease_ends_in_time check (lease_until <= lease_ends_at_latest)
);
create index review_task_waiting on review_task (due_on, id) where status = 'WAITING';
create index review_task_lease on review_task (lease_until) where status = 'TAKEN';
create index review_task_holder on review_task (holder, status);
create index review_task_case on review_task (case_id);
create unique index one_person_scores_once on review_task (case_id, stage, round, holder)
  where status in ('TAKEN', 'DONE');

-- One row a person who takes tasks: locked first, so that two requests of one person cannot both see room for one more.
create table assessor (
  person        uuid primary key,
  last_asked_at timestamptz not null
);

-- Who declared an interest in which organisation. Never taken back here.
create table conflict_of_interest (
  id           uuid primary key,
  person       uuid        not null,
  organisation uuid        not null,
  reason       text        not null,
  declared_at  timestamptz not null,
  constraint conflict_is_declared_once unique (person, organisation)
);
create trigger conflict_of_interest_is_append_only before update or delete on conflict_of_interest
  for each row execute function refuse_change();

-- What an assessor found. The weighted score is in tenths of a mark out of 100: sum of weight (percent) x mark (0 to 10).
create table score_sheet (
  id              uuid primary key,
  grant_id        uuid        not null,
  case_id         uuid        not null references review_case,
  task_id         uuid        not null references review_task,
  round           int         not null,
  assessor        uuid        not null,
  marks           text        not null,
  weighted_tenths int         not null check (weighted_tenths between 0 and 1000),
  comment         text        not null,
  submitted_at    timestamptz not null,
  constraint one_sheet_per_assessor_and_round unique (case_id, round, assessor),
  constraint one_sheet_per_task unique (task_id)
);
create trigger score_sheet_is_append_only before update or delete on score_sheet
  for each row execute function refuse_change();

-- A sheet is never changed; that it no longer counts is a fact of its own.
create table voided_score_sheet (
  sheet_id  uuid primary key references score_sheet,
  because   text        not null,
  voided_at timestamptz not null
);
create trigger voided_score_sheet_is_append_only before update or delete on voided_score_sheet
  for each row execute function refuse_change();
