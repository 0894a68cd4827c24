-- Duties and the timeline of grants. Columns that name a person hold person ids.

-- Any table: the trigger function for rows that must not change.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
comment on function refuse_change() is 'Trigger function that refuses the change of a row.';

-- Separation of duties --------------------------------------------------------------------------------------------------

-- The primary key is the rule: one person holds one duty of a grant.
create table grant_duty (
  grant_id uuid        not null,
  person   uuid        not null,
  duty     text        not null check (duty in ('SUBMITTED', 'SCORED', 'DECIDED', 'VETTED_CLAIM', 'PREPARED', 'RELEASED', 'VERIFIED_PAYEE')),
  taken_at timestamptz not null default clock_timestamp(),
  constraint one_person_one_duty primary key (grant_id, person)
);
comment on table  grant_duty          is 'The duty each person holds of a grant, taken in this service or learnt from the events of another one.';
comment on column grant_duty.grant_id is 'Grant id.';
comment on column grant_duty.person   is 'Person who holds the duty.';
comment on column grant_duty.duty     is 'The duty; an eligibility outcome and a vote count as SCORED.';
comment on column grant_duty.taken_at is 'When this service recorded the duty (UTC instant, database clock).';

create table duty_conflict (
  id            uuid        not null,
  version       int         not null default 0,
  grant_id      uuid        not null,
  person        uuid        not null,
  held          text        not null,
  also          text        not null,
  status        text        not null default 'OPEN',
  first_by      uuid,
  first_at      timestamptz,
  first_reason  text,
  second_by     uuid,
  second_at     timestamptz,
  second_reason text,
  recorded_at   timestamptz not null default clock_timestamp(),
  resolved_at   timestamptz,
  primary key (grant_id, person, also),
  constraint duty_conflict_id unique (id),
  constraint duty_conflict_status check (status in ('OPEN', 'CONFIRMED_ONCE', 'CONFIRMED', 'UNDONE')),
  constraint conflict_confirmed_by_two_people check (second_by <> first_by),
  constraint conflict_not_confirmed_by_its_person check (first_by <> person and second_by <> person),
  constraint conflict_says_who_confirmed check (case status
    when 'OPEN' then first_by is null and second_by is null
    when 'CONFIRMED_ONCE' then first_by is not null and second_by is null
    when 'CONFIRMED' then first_by is not null and second_by is not null
    else second_by is null end),
  constraint conflict_confirmed_with_a_reason check (
    (first_by is null) = (first_reason is null) and (first_by is null) = (first_at is null)
    and (second_by is null) = (second_reason is null) and (second_by is null) = (second_at is null)),
  constraint conflict_lifted_one_way check ((resolved_at is not null) = (status in ('CONFIRMED', 'UNDONE')))
);
create index duty_conflict_open on duty_conflict (grant_id, id) where resolved_at is null;
create index duty_conflict_by_status on duty_conflict (status, id);
create trigger duty_conflict_is_never_deleted before delete on duty_conflict
  for each row execute function refuse_change();
create trigger duty_conflict_stays_the_same before update on duty_conflict for each row
  when (old.id <> new.id or old.grant_id <> new.grant_id or old.person <> new.person or old.also <> new.also)
  execute function refuse_change();
comment on table  duty_conflict               is 'Second duties of one person on one grant, learnt by event after the act. An open conflict stops payments. Kept for ever.';
comment on column duty_conflict.id            is 'Duty conflict id.';
comment on column duty_conflict.version       is 'Entity version.';
comment on column duty_conflict.grant_id      is 'Grant id.';
comment on column duty_conflict.person        is 'Person with two duties.';
comment on column duty_conflict.held          is 'The duty the person holds in grant_duty.';
comment on column duty_conflict.also          is 'The second duty, from an event of another service.';
comment on column duty_conflict.status        is 'OPEN, CONFIRMED_ONCE, CONFIRMED (two people confirmed it) or UNDONE (the act behind the held duty was undone).';
comment on column duty_conflict.first_by      is 'Person who confirmed the conflict first. Null before.';
comment on column duty_conflict.first_at      is 'When the first person confirmed (UTC instant, business time).';
comment on column duty_conflict.first_reason  is 'Reason of the first person.';
comment on column duty_conflict.second_by     is 'Another person, who confirmed after the first. Null before.';
comment on column duty_conflict.second_at     is 'When the second person confirmed (UTC instant, business time).';
comment on column duty_conflict.second_reason is 'Reason of the second person.';
comment on column duty_conflict.recorded_at   is 'When this service learnt of the second duty (UTC instant, database clock).';
comment on column duty_conflict.resolved_at   is 'When the conflict was confirmed twice or undone (UTC instant, business time). Null while open.';

-- Timeline --------------------------------------------------------------------------------------------------------------

create table timeline (
  position      bigint generated always as identity primary key,
  grant_id      uuid        not null,
  subject       text        not null,
  transition    text        not null,
  actor         uuid        not null,
  before_sha256 text        not null,
  after_sha256  text        not null,
  detail        text        not null,
  happened_at   timestamptz not null,
  recorded_at   timestamptz not null default clock_timestamp()
);
create index timeline_grant on timeline (grant_id, position);
create trigger timeline_is_append_only before update or delete on timeline
  for each row execute function refuse_change();
comment on table  timeline               is 'Who did what on a grant in this service, in order. One row a transition. Append-only.';
comment on column timeline.position      is 'Order of recording.';
comment on column timeline.grant_id      is 'Grant id.';
comment on column timeline.subject       is 'The aggregate that changed, such as application or tranche/<id>.';
comment on column timeline.transition    is 'Name of the transition, or of an act that changes no aggregate, such as reading a paper.';
comment on column timeline.actor         is 'Person who acted; the system person for acts of time and events.';
comment on column timeline.before_sha256 is 'Fingerprint of the aggregate before the transition, SHA-256 in hexadecimal. Empty for an act.';
comment on column timeline.after_sha256  is 'Fingerprint of the aggregate after the transition, SHA-256 in hexadecimal. Empty for an act.';
comment on column timeline.detail        is 'What people need to know besides, such as the reason. May be empty.';
comment on column timeline.happened_at   is 'When it happened (UTC instant, business time).';
comment on column timeline.recorded_at   is 'When the row was written (UTC instant, database clock).';
