-- Tables of the assessment service, by aggregate.
-- Dates are Hong Kong dates. Times are UTC instants of business time, unless the comment names the database clock. Columns
-- that name a person hold person ids.

-- Schemes ---------------------------------------------------------------------------------------------------------------

-- Each review case is judged by the text of the version it is pinned to.
create table scheme_version (
  id           text primary key,
  text         text not null,
  sha256       text not null,
  published_by uuid not null
);
create trigger scheme_version_is_immutable before update or delete on scheme_version
  for each row execute function refuse_change();
comment on table  scheme_version              is 'Scheme versions as the applications service published them. Immutable.';
comment on column scheme_version.id           is 'Scheme id and version number, such as rth/v2.';
comment on column scheme_version.text         is 'The scheme file, YAML.';
comment on column scheme_version.sha256       is 'SHA-256 of the scheme file, in hexadecimal.';
comment on column scheme_version.published_by is 'Actor of the publication, usually the system person.';

-- Review cases ----------------------------------------------------------------------------------------------------------

create table review_case (
  id                       uuid primary key,
  version                  int         not null,
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
  eligibility_confirmed_by uuid,
  recommendation           text,
  question                 text,
  asked_on                 date,
  answer_by                date,
  pledge                   text,
  pledged_by               date,
  outcome                  text,
  letter                   text,
  opened_at                timestamptz not null,
  closed_at                timestamptz,
  constraint one_case_per_subject unique (subject_kind, subject_id),
  constraint application_case_is_named_as_its_grant check (subject_kind <> 'APPLICATION' or subject_id = grant_id),
  constraint closed_case_has_an_outcome check ((status = 'CLOSED') = (outcome is not null)),
  constraint clarifying_case_has_a_question check ((status = 'CLARIFYING') = (asked_on is not null))
);
create index review_case_grant on review_case (grant_id);
create index review_case_status on review_case (status, id);
create index review_case_stage on review_case (stage, id);
create index review_case_unclosed on review_case (id) where status <> 'CLOSED';
create index review_case_party on review_case using gin (parties) where status <> 'CLOSED';
create index review_case_answer on review_case (answer_by, id) where status = 'CLARIFYING';
comment on table  review_case                          is 'Review cases: the vetting of one application, claim or amendment, from submission to outcome.';
comment on column review_case.id                       is 'Review case id.';
comment on column review_case.version                  is 'Entity version.';
comment on column review_case.grant_id                 is 'Grant id.';
comment on column review_case.subject_kind             is 'Kind of the vetting subject: APPLICATION, CLAIM or AMENDMENT.';
comment on column review_case.subject_id               is 'Id of the vetting subject. For an application the grant id.';
comment on column review_case.scheme_id                is 'Scheme id.';
comment on column review_case.scheme_version           is 'Pinned scheme version.';
comment on column review_case.reference                is 'Reference of the application, such as RTH-2026-000123.';
comment on column review_case.parties                  is 'Organisation ids of all parties, for conflicts of interest.';
comment on column review_case.filing                   is 'JSON of the latest filing (type Filing, ClaimFiling or AmendmentFiling), without personal data.';
comment on column review_case.round                    is 'Vetting round: the revision of the filing, 1 for the first submission.';
comment on column review_case.status                   is 'OPEN, CLARIFYING or CLOSED.';
comment on column review_case.stage                    is 'Vetting stage the case is in, such as TECHNICAL_REVIEW.';
comment on column review_case.eligibility_confirmed_by is 'Person who confirmed or overrode the eligibility outcome. Null before.';
comment on column review_case.recommendation           is 'JSON of the panel''s recommendation with its votes (type Recommendation). Null before, and after it was voided.';
comment on column review_case.question                 is 'Open clarification request. Null if none.';
comment on column review_case.asked_on                 is 'Day of the clarification request (Hong Kong date). Null if none is open.';
comment on column review_case.answer_by                is 'Last day to answer the clarification request in time (Hong Kong date). Null if none is open.';
comment on column review_case.pledge                   is 'JSON of the pledge clock with its pauses (type PledgeClock). Null before full information was received.';
comment on column review_case.pledged_by               is 'Last day of the pledge to decide (Hong Kong date). Null before full information was received.';
comment on column review_case.outcome                  is 'INELIGIBLE, APPROVED, DECLINED, ACCEPTED, REJECTED or WITHDRAWN. Null while the case is not closed.';
comment on column review_case.letter                   is 'Decision letter or other reason of the outcome. May be empty. Null while the case is not closed.';
comment on column review_case.opened_at                is 'When the case was opened (UTC instant).';
comment on column review_case.closed_at                is 'When the case was closed (UTC instant). Null before.';

create table clarification_reminder (
  case_id     uuid        not null references review_case,
  reminded_on date        not null,
  reminded_by uuid        not null,
  reminded_at timestamptz not null,
  constraint reminded_once_a_day primary key (case_id, reminded_on)
);
create trigger clarification_reminder_is_append_only before update or delete on clarification_reminder
  for each row execute function refuse_change();
comment on table  clarification_reminder             is 'Reminders of clarification requests that were not answered in time. At most one a day and case. Append-only.';
comment on column clarification_reminder.case_id     is 'Review case id.';
comment on column clarification_reminder.reminded_on is 'Day of the reminder (Hong Kong date).';
comment on column clarification_reminder.reminded_by is 'Person of the secretariat who sent the reminder.';
comment on column clarification_reminder.reminded_at is 'When the reminder was sent (UTC instant).';

-- Review tasks ----------------------------------------------------------------------------------------------------------

-- Ended tasks stay. A task that was handed back, lapsed or recused is replaced by a new one.
create table review_task (
  id                   uuid primary key,
  version              int         not null,
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
  reserved_for         uuid,
  reserved_until       timestamptz,
  status               text        not null
    check (status in ('WAITING', 'TAKEN', 'DONE', 'HANDED_BACK', 'LAPSED', 'RECUSED')),
  holder               uuid,
  taken_at             timestamptz,
  lease_until          timestamptz,
  lease_ends_at_latest timestamptz,
  ending_reason        text,
  ended_at             timestamptz,
  constraint taken_task_has_a_holder_and_a_lease check (
    status <> 'TAKEN' or (holder is not null and lease_until is not null and lease_ends_at_latest is not null)),
  constraint lease_ends_in_time check (lease_until <= lease_ends_at_latest),
  constraint reserved_for_a_while check ((reserved_for is null) = (reserved_until is null))
);
create index review_task_queue on review_task (role, stage, due_on, id) where status = 'WAITING';
create index review_task_open on review_task (due_on, id) where status in ('WAITING', 'TAKEN');
create index review_task_reserved on review_task (reserved_for) where status = 'WAITING' and reserved_for is not null;
create index review_task_lease on review_task (lease_until, id) where status = 'TAKEN';
create index review_task_holder on review_task (holder, status);
create index review_task_case on review_task (case_id);
create index review_task_ended on review_task (ended_at) where ended_at is not null;
create unique index one_person_scores_once on review_task (case_id, stage, round, holder)
  where status in ('TAKEN', 'DONE');
comment on table  review_task                      is 'Review tasks: one piece of work of one stage for one person. Waiting tasks form the review queue.';
comment on column review_task.id                   is 'Review task id.';
comment on column review_task.version              is 'Entity version.';
comment on column review_task.grant_id             is 'Grant id.';
comment on column review_task.case_id              is 'Review case id.';
comment on column review_task.subject_kind         is 'Kind of the vetting subject, as in review_case.';
comment on column review_task.subject_id           is 'Id of the vetting subject, as in review_case.';
comment on column review_task.stage                is 'Vetting stage of the task.';
comment on column review_task.round                is 'Vetting round of the task.';
comment on column review_task.role                 is 'Role that the holder needs, such as assessor.';
comment on column review_task.authorities          is 'The holder needs one of these roles, such as decision-authority/cit. Empty if none is needed.';
comment on column review_task.parties              is 'Organisation ids of all parties. A person with an interest in one cannot take the task.';
comment on column review_task.duty                 is 'Duty that the holder takes. Null if the stage gives none.';
comment on column review_task.due_on               is 'Day by which the task should be done (Hong Kong date). The queue is ordered by it.';
comment on column review_task.reserved_for         is 'Person for whom a reassigned task waits. Null if anybody may take it.';
comment on column review_task.reserved_until       is 'End of the reservation (UTC instant, database clock). Null if there is none.';
comment on column review_task.status               is 'WAITING, TAKEN, DONE, HANDED_BACK, LAPSED or RECUSED.';
comment on column review_task.holder               is 'Task holder, now or at the end. Null if nobody took the task.';
comment on column review_task.taken_at             is 'When the holder took the task (UTC instant, database clock).';
comment on column review_task.lease_until          is 'End of the lease without another sign of life (UTC instant, database clock).';
comment on column review_task.lease_ends_at_latest is 'Latest end of the lease (UTC instant, database clock).';
comment on column review_task.ending_reason        is 'Why the task ended without being done. Null otherwise.';
comment on column review_task.ended_at             is 'When the task ended (UTC instant). Null before.';

-- The queue locks this row first, so that two requests of one person cannot both see room for one more task.
create table assessor (
  person        uuid primary key,
  last_asked_at timestamptz not null
);
comment on table  assessor               is 'People who take review tasks.';
comment on column assessor.person        is 'Person who asked for a task.';
comment on column assessor.last_asked_at is 'When the person last asked for a task (UTC instant, database clock).';

-- Conflicts of interest -------------------------------------------------------------------------------------------------

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
comment on table  conflict_of_interest              is 'Declared interests of a person in an organisation. Append-only.';
comment on column conflict_of_interest.id           is 'Id of the declaration.';
comment on column conflict_of_interest.person       is 'Person with the interest.';
comment on column conflict_of_interest.organisation is 'Organisation id.';
comment on column conflict_of_interest.reason       is 'What the interest is.';
comment on column conflict_of_interest.declared_at  is 'When the person declared the interest (UTC instant).';

create table interest_in_grant (
  grant_id    uuid        not null,
  person      uuid        not null,
  reason      text        not null,
  declared_at timestamptz not null,
  constraint interest_is_declared_once primary key (grant_id, person)
);
create trigger interest_in_grant_is_append_only before update or delete on interest_in_grant
  for each row execute function refuse_change();
comment on table  interest_in_grant             is 'Declared interests of a person in one grant. Append-only.';
comment on column interest_in_grant.grant_id    is 'Grant id.';
comment on column interest_in_grant.person      is 'Person with the interest.';
comment on column interest_in_grant.reason      is 'What the interest is.';
comment on column interest_in_grant.declared_at is 'When the person declared the interest (UTC instant).';

-- Score sheets ----------------------------------------------------------------------------------------------------------

create table score_sheet (
  id              uuid primary key,
  grant_id        uuid        not null,
  case_id         uuid        not null references review_case,
  task_id         uuid        not null references review_task,
  stage           text        not null constraint sheet_of_a_scored_stage check (stage in ('TECHNICAL_REVIEW', 'BUSINESS_REVIEW')),
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
comment on table  score_sheet                 is 'Score sheets: the marks and the comment of one assessor in one round. Append-only.';
comment on column score_sheet.id              is 'Score sheet id.';
comment on column score_sheet.grant_id        is 'Grant id.';
comment on column score_sheet.case_id         is 'Review case id.';
comment on column score_sheet.task_id         is 'Review task id.';
comment on column score_sheet.stage           is 'TECHNICAL_REVIEW or BUSINESS_REVIEW.';
comment on column score_sheet.round           is 'Vetting round.';
comment on column score_sheet.assessor        is 'Assessor.';
comment on column score_sheet.marks           is 'JSON object of the marks, 0 to 10 by criterion id.';
comment on column score_sheet.weighted_tenths is 'Weighted score in tenths of a mark out of 100: the sum of weight (percent) x mark (0 to 10).';
comment on column score_sheet.comment         is 'Comment of the assessor.';
comment on column score_sheet.submitted_at    is 'When the score sheet was submitted (UTC instant).';

create table voided_score_sheet (
  sheet_id  uuid primary key references score_sheet,
  because   text        not null,
  voided_at timestamptz not null
);
create trigger voided_score_sheet_is_append_only before update or delete on voided_score_sheet
  for each row execute function refuse_change();
comment on table  voided_score_sheet           is 'Score sheets that are void. Append-only, since a score sheet itself never changes.';
comment on column voided_score_sheet.sheet_id  is 'Score sheet id.';
comment on column voided_score_sheet.because   is 'Why the score sheet is void.';
comment on column voided_score_sheet.voided_at is 'When the score sheet was voided (UTC instant).';

-- Panel meetings --------------------------------------------------------------------------------------------------------

create table panel_meeting (
  id            uuid primary key,
  version       int         not null,
  scheme_id     text        not null,
  role          text        not null,
  held_on       date        not null,
  place         text        not null,
  chair         uuid,
  status        text        not null check (status in ('SCHEDULED', 'OPEN', 'CLOSED', 'CANCELLED')),
  scheduled_by  uuid        not null,
  scheduled_at  timestamptz not null,
  opened_at     timestamptz,
  ended_at      timestamptz,
  ending_reason text,
  constraint opened_meeting_has_a_chair check (
    (status in ('OPEN', 'CLOSED')) = (opened_at is not null) and (opened_at is null or chair is not null)),
  constraint ended_meeting_says_when check ((status in ('CLOSED', 'CANCELLED')) = (ended_at is not null))
);
create index panel_meeting_of_role on panel_meeting (role, id);
create index panel_meeting_of_chair on panel_meeting (chair, id);
create index panel_meeting_status on panel_meeting (status, id);
comment on table  panel_meeting               is 'Meetings of the panel of one scheme.';
comment on column panel_meeting.id            is 'Meeting id.';
comment on column panel_meeting.version       is 'Entity version.';
comment on column panel_meeting.scheme_id     is 'Scheme id.';
comment on column panel_meeting.role          is 'Role of the panel members.';
comment on column panel_meeting.held_on       is 'Day of the meeting (Hong Kong date).';
comment on column panel_meeting.place         is 'Where the meeting is held.';
comment on column panel_meeting.chair         is 'Panel chair. Null if the panel chair who opens the meeting leads it.';
comment on column panel_meeting.status        is 'SCHEDULED, OPEN, CLOSED or CANCELLED.';
comment on column panel_meeting.scheduled_by  is 'Person of the secretariat who scheduled the meeting.';
comment on column panel_meeting.scheduled_at  is 'When the meeting was scheduled (UTC instant).';
comment on column panel_meeting.opened_at     is 'When the meeting was opened (UTC instant). Null before.';
comment on column panel_meeting.ended_at      is 'When the meeting was closed or cancelled (UTC instant). Null before.';
comment on column panel_meeting.ending_reason is 'Why the meeting was cancelled. Null otherwise.';

create table panel_attendance (
  meeting_id  uuid        not null references panel_meeting,
  person      uuid        not null,
  recorded_by uuid        not null,
  recorded_at timestamptz not null,
  constraint attends_once primary key (meeting_id, person)
);
create trigger panel_attendance_is_append_only before update or delete on panel_attendance
  for each row execute function refuse_change();
comment on table  panel_attendance             is 'Panel members who attended a meeting. Append-only.';
comment on column panel_attendance.meeting_id  is 'Meeting id.';
comment on column panel_attendance.person      is 'Panel member.';
comment on column panel_attendance.recorded_by is 'Person who recorded the attendance.';
comment on column panel_attendance.recorded_at is 'When the attendance was recorded (UTC instant).';

-- A review case has at most one item that is listed, called or closed without being void.
create table agenda_item (
  id           uuid primary key,
  version      int         not null,
  grant_id     uuid        not null,
  meeting_id   uuid        not null references panel_meeting,
  case_id      uuid        not null references review_case,
  round        int         not null,
  quorum       int         not null check (quorum >= 1),
  status       text        not null check (status in ('LISTED', 'CALLED', 'CLOSED', 'ADJOURNED', 'REMOVED', 'VOIDED')),
  chair        uuid,
  supported    boolean,
  reason       text,
  void_reason  text,
  adjourned_to uuid,
  called_at    timestamptz,
  ended_at     timestamptz,
  constraint called_item_has_a_chair check (status not in ('CALLED', 'CLOSED', 'VOIDED') or (chair is not null and called_at is not null)),
  constraint advice_is_given_with_a_reason check (
    (status in ('CLOSED', 'VOIDED')) = (supported is not null) and (supported is null or reason is not null)),
  constraint ended_item_says_when check ((status in ('LISTED', 'CALLED')) = (ended_at is null)),
  constraint only_adjourned_items_go_on check (adjourned_to is null or status = 'ADJOURNED')
);
create unique index one_agenda_per_case on agenda_item (case_id) where status in ('LISTED', 'CALLED', 'CLOSED');
create index agenda_of_meeting on agenda_item (meeting_id);
comment on table  agenda_item              is 'Agenda items: one review case on the agenda of one meeting.';
comment on column agenda_item.id           is 'Agenda item id.';
comment on column agenda_item.version      is 'Entity version.';
comment on column agenda_item.grant_id     is 'Grant id.';
comment on column agenda_item.meeting_id   is 'Meeting id.';
comment on column agenda_item.case_id      is 'Review case id.';
comment on column agenda_item.round        is 'Vetting round when the item was listed.';
comment on column agenda_item.quorum       is 'Least number of attending members who declared no interest.';
comment on column agenda_item.status       is 'LISTED, CALLED, CLOSED, ADJOURNED, REMOVED or VOIDED.';
comment on column agenda_item.chair        is 'Person who called the item: the panel chair, or a deputy if the chair has an interest. Null before.';
comment on column agenda_item.supported    is 'Whether the panel supports the case. Null before the item is closed.';
comment on column agenda_item.reason       is 'Reason of the panel, or why the item was adjourned or removed. Null before.';
comment on column agenda_item.void_reason  is 'Why the recommendation was voided. Null otherwise.';
comment on column agenda_item.adjourned_to is 'Agenda item of a later meeting that continues this one. Null otherwise.';
comment on column agenda_item.called_at    is 'When the item was called (UTC instant). Null before.';
comment on column agenda_item.ended_at     is 'When the item was closed, adjourned or removed (UTC instant). Null before.';

create table panel_declaration (
  item_id         uuid        not null references agenda_item,
  person          uuid        not null,
  interested      boolean     not null,
  late            boolean     not null,
  declared_at     timestamptz not null,
  task_id         uuid unique,
  papers_ended_at timestamptz,
  constraint declares_once primary key (item_id, person),
  constraint papers_end_with_an_interest check (not interested or task_id is null or papers_ended_at is not null)
);
comment on table  panel_declaration                 is 'Declarations of interest of panel members on agenda items. A member without a declaration has no papers and no vote.';
comment on column panel_declaration.item_id         is 'Agenda item id.';
comment on column panel_declaration.person          is 'Panel member.';
comment on column panel_declaration.interested      is 'Whether the member declared an interest. False: the member declared to have none.';
comment on column panel_declaration.late            is 'Whether the member declared after the meeting was opened.';
comment on column panel_declaration.declared_at     is 'When the member declared (UTC instant).';
comment on column panel_declaration.task_id         is 'Review task id under which the member reads the papers. Null if the member never could.';
comment on column panel_declaration.papers_ended_at is 'When the member lost access to the papers (UTC instant). Null before.';

-- A vote can change until the item is closed.
create table panel_vote (
  item_id uuid        not null,
  person  uuid        not null,
  vote    text        not null check (vote in ('SUPPORT', 'NOT_SUPPORT', 'ABSTAIN')),
  cast_at timestamptz not null,
  constraint votes_once primary key (item_id, person),
  constraint votes_after_declaring foreign key (item_id, person) references panel_declaration (item_id, person)
);
comment on table  panel_vote         is 'Votes of panel members on agenda items.';
comment on column panel_vote.item_id is 'Agenda item id.';
comment on column panel_vote.person  is 'Panel member.';
comment on column panel_vote.vote    is 'SUPPORT, NOT_SUPPORT or ABSTAIN.';
comment on column panel_vote.cast_at is 'When the member last voted (UTC instant).';

-- Holds under concurrency: an item that is closed at the same moment takes no more votes.
create function refuse_late_vote() returns trigger language plpgsql as $$
begin
  if (select status from agenda_item where id = new.item_id) <> 'CALLED' then
    raise exception 'panel_vote: the item is not before the meeting' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
comment on function refuse_late_vote() is 'Trigger function that refuses a vote on an agenda item that is not called.';
create trigger panel_vote_is_in_time before insert or update on panel_vote
  for each row execute function refuse_late_vote();
create trigger panel_vote_is_never_deleted before delete on panel_vote
  for each row execute function refuse_change();
