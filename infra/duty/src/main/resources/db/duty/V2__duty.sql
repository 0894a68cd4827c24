-- One person holds one duty of a grant: the primary key is the rule.
create table grant_duty (
  grant_id uuid        not null,
  person   uuid        not null,
  duty     text        not null check (duty in ('SUBMITTED', 'SCORED', 'DECIDED', 'VETTED_CLAIM', 'PREPARED', 'RELEASED', 'VERIFIED_PAYEE')),
  taken_at timestamptz not null default clock_timestamp(),
  constraint one_person_one_duty primary key (grant_id, person)
);

-- A second duty that came to light by event, when the act was already done elsewhere.
create table duty_conflict (
  grant_id    uuid        not null,
  person      uuid        not null,
  held        text        not null,
  also        text        not null,
  resolved_at timestamptz,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (grant_id, person, also)
);

-- Who did what to what, in order. Append-only: see the trigger.
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

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger timeline_is_append_only before update or delete on timeline
  for each row execute function refuse_change();
