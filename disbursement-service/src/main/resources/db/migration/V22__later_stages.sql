-- An award that may go on to a later stage is not closed while the next can be asked for.
alter table award add column later_stages int not null default 0;
alter table award alter column later_stages drop default;

create table stage_request (
  id           uuid primary key,
  grant_id     uuid not null,
  under_review int  not null,
  passed_on    date
);
create index stage_request_grant on stage_request (grant_id);
