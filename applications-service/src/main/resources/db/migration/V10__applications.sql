create table scheme_version (
  scheme       text        not null,
  version      int         not null,
  sha256       text        not null,
  published_at timestamptz not null default clock_timestamp(),
  primary key (scheme, version)
);

create table organisation (
  id         uuid primary key,
  version    int         not null,
  name       text        not null,
  kind       text        not null,
  registered_by uuid     not null,
  registered_at timestamptz not null
);
create table organisation_member (
  organisation_id uuid not null references organisation,
  person          uuid not null,
  role            text not null check (role in ('EDITOR', 'SUBMITTER')),
  primary key (organisation_id, person)
);
create index organisation_member_person on organisation_member (person);

create sequence application_reference;

create table application (
  id             uuid primary key,
  version        int         not null,
  scheme         text        not null,
  scheme_version int,
  organisation_id uuid       not null references organisation,
  reference      text        unique,
  status         text        not null,
  answers        text        not null,
  revision       int         not null default 0,
  filing         text,
  awarded_cents  bigint,
  award_version  int         not null default 0,
  plan           text,
  waiting_for    text,
  pledged_by     date,
  clarification  text,
  letter         text,
  accept_by      date,
  started_at     timestamptz not null,
  submitted_at   timestamptz,
  constraint submitted_is_pinned check (status = 'DRAFT' or (scheme_version is not null and reference is not null and filing is not null)),
  constraint offered_is_awarded check (status not in ('OFFERED', 'ACTIVE', 'COMPLETED') or awarded_cents is not null)
);
create index application_organisation on application (organisation_id, id desc);
create index application_accept_by on application (accept_by) where status = 'OFFERED';

-- What was handed over, as it was: the receipt's hash is over this.
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

-- The lock of a cap or quota for a subject, and what is used of it.
create table allowance_lock (
  rule    text not null,
  subject text not null,
  primary key (rule, subject)
);
create table allowance_reservation (
  application_id uuid not null references application,
  rule           text not null,
  subject        text not null,
  from_date      date not null,
  to_date        date not null check (to_date >= from_date),
  primary key (application_id, rule),
  foreign key (rule, subject) references allowance_lock
);
create index allowance_reservation_subject on allowance_reservation (rule, subject);

-- The grantee's view of the instalments, kept by events.
create table grant_tranche (
  id             uuid primary key,
  version        int    not null,
  application_id uuid   not null references application,
  number         int    not null,
  amount_cents   bigint not null check (amount_cents >= 0),
  from_date      date   not null,
  to_date        date   not null,
  claim_by       date   not null,
  status         text   not null,
  accepted_cents bigint,
  paid_cents     bigint not null default 0
);
create index grant_tranche_application on grant_tranche (application_id, number);
create index grant_tranche_deadline on grant_tranche (claim_by) where status = 'SCHEDULED';

create table claim (
  id             uuid primary key,
  version        int    not null,
  application_id uuid   not null references application,
  tranche_id     uuid   not null references grant_tranche,
  status         text   not null,
  revision       int    not null default 0,
  lines          text   not null,
  claimed_cents  bigint not null check (claimed_cents >= 0),
  report         text   not null,
  accepted_cents bigint,
  refused        text,
  reason         text,
  question       text,
  filed_at       timestamptz not null,
  submitted_at   timestamptz
);
-- A rejected or withdrawn claim may be filed anew; otherwise a tranche has one.
create unique index one_claim_per_tranche on claim (tranche_id) where status not in ('REJECTED', 'WITHDRAWN');
create index claim_application on claim (application_id, id desc);

create table amendment (
  id             uuid primary key,
  version        int    not null,
  application_id uuid   not null references application,
  kind           text   not null,
  status         text   not null,
  revision       int    not null default 0,
  base_version   int    not null,
  last_day       date   not null,
  reason         text   not null,
  awarded_cents  bigint not null,
  plan           text   not null,
  letter         text,
  question       text,
  filed_at       timestamptz not null
);
create unique index one_open_amendment_per_grant on amendment (application_id)
  where status in ('DRAFT', 'SUBMITTED', 'CLARIFYING', 'APPROVED');

create table paper (
  id             uuid primary key,
  application_id uuid   not null references application,
  document       text   not null,
  name           text   not null,
  media_type     text   not null,
  size_bytes     bigint not null,
  sha256         text   not null,
  personal       boolean not null,
  blind_safe     boolean not null,
  uploaded_by    uuid   not null,
  uploaded_at    timestamptz not null
);
create index paper_application on paper (application_id);

-- Who may read what until when: one row a review task, kept after it ended.
create table paper_access (
  task_id        uuid primary key,
  application_id uuid not null,
  person         uuid not null,
  stage          text not null,
  groups         text not null,
  blind          boolean not null,
  until          timestamptz not null,
  ended_at       timestamptz
);

create table notice (
  id              uuid primary key,
  organisation_id uuid not null,
  application_id  uuid not null,
  kind            text not null,
  body            text not null,
  created_at      timestamptz not null,
  written_at      timestamptz
);
create index notice_organisation on notice (organisation_id, id desc);
create index notice_unwritten on notice (id) where written_at is null;
