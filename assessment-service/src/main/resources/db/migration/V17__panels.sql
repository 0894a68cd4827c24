-- An interest in one grant, besides interests in organisations. It stands for good.
create table interest_in_grant (
  grant_id    uuid        not null,
  person      uuid        not null,
  reason      text        not null,
  declared_at timestamptz not null,
  constraint interest_is_declared_once primary key (grant_id, person)
);
create trigger interest_in_grant_is_append_only before update or delete on interest_in_grant
  for each row execute function refuse_change();

-- A meeting of the panel of one scheme.
create table panel_meeting (
  id            uuid primary key,
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
  version       int         not null,
  constraint opened_meeting_has_a_chair check (
    (status in ('OPEN', 'CLOSED')) = (opened_at is not null) and (opened_at is null or chair is not null)),
  constraint ended_meeting_says_when check ((status in ('CLOSED', 'CANCELLED')) = (ended_at is not null))
);
create index panel_meeting_of_role on panel_meeting (role, id);

-- Who was there.
create table panel_attendance (
  meeting_id  uuid        not null references panel_meeting,
  person      uuid        not null,
  recorded_by uuid        not null,
  recorded_at timestamptz not null,
  constraint attends_once primary key (meeting_id, person)
);
create trigger panel_attendance_is_append_only before update or delete on panel_attendance
  for each row execute function refuse_change();

-- One case on the agenda of one meeting. Of a case one item is open, or has been closed and counts.
create table agenda_item (
  id          uuid primary key,
  grant_id    uuid        not null,
  meeting_id  uuid        not null references panel_meeting,
  case_id     uuid        not null references review_case,
  round       int         not null,
  quorum      int         not null check (quorum >= 1),
  status      text        not null check (status in ('LISTED', 'CALLED', 'CLOSED', 'ADJOURNED', 'REMOVED', 'VOIDED')),
  chair       uuid,
  supported   boolean,
  reason      text,
  void_reason text,
  adjourned_to uuid,
  called_at   timestamptz,
  ended_at    timestamptz,
  version     int         not null,
  constraint called_item_has_a_chair check (status not in ('CALLED', 'CLOSED', 'VOIDED') or (chair is not null and called_at is not null)),
  constraint advice_is_given_with_a_reason check (
    (status in ('CLOSED', 'VOIDED')) = (supported is not null) and (supported is null or reason is not null)),
  constraint ended_item_says_when check ((status in ('LISTED', 'CALLED')) = (ended_at is null)),
  constraint only_adjourned_items_go_on check (adjourned_to is null or status = 'ADJOURNED')
);
create unique index one_agenda_per_case on agenda_item (case_id) where status in ('LISTED', 'CALLED', 'CLOSED');
create index agenda_of_meeting on agenda_item (meeting_id);

-- Whether a member has an interest in the case of an item; who has none reads its papers under a task of their own.
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

-- May change until its item is closed.
create table panel_vote (
  item_id uuid        not null,
  person  uuid        not null,
  vote    text        not null check (vote in ('SUPPORT', 'NOT_SUPPORT', 'ABSTAIN')),
  cast_at timestamptz not null,
  constraint votes_once primary key (item_id, person),
  constraint votes_after_declaring foreign key (item_id, person) references panel_declaration (item_id, person)
);
