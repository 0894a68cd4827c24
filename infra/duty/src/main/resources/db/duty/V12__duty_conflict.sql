-- How a conflict of duties ends: the act is undone, so that another person has to do it anew; or two people who hold no
-- duty of the grant confirm, one after the other, with a reason. A conflict that ended is kept for ever.
alter table duty_conflict
  add column id            uuid not null default uuidv7(),
  add column version       int  not null default 0,
  add column status        text not null default 'OPEN',
  add column first_by      uuid,
  add column first_at      timestamptz,
  add column first_reason  text,
  add column second_by     uuid,
  add column second_at     timestamptz,
  add column second_reason text,
  add constraint duty_conflict_id unique (id),
  add constraint duty_conflict_status check (status in ('OPEN', 'CONFIRMED_ONCE', 'CONFIRMED', 'UNDONE')),
  add constraint conflict_confirmed_by_two_people check (second_by <> first_by),
  add constraint conflict_not_confirmed_by_its_person check (first_by <> person and second_by <> person),
  add constraint conflict_says_who_confirmed check (case status
    when 'OPEN' then first_by is null and second_by is null
    when 'CONFIRMED_ONCE' then first_by is not null and second_by is null
    when 'CONFIRMED' then first_by is not null and second_by is not null
    else second_by is null end),
  add constraint conflict_confirmed_with_a_reason check (
    (first_by is null) = (first_reason is null) and (first_by is null) = (first_at is null)
    and (second_by is null) = (second_reason is null) and (second_by is null) = (second_at is null)),
  add constraint conflict_lifted_one_way check ((resolved_at is not null) = (status in ('CONFIRMED', 'UNDONE')));
alter table duty_conflict alter column id drop default;
create index duty_conflict_open on duty_conflict (grant_id) where resolved_at is null;

create trigger duty_conflict_is_never_deleted before delete on duty_conflict
  for each row execute function refuse_change();
create trigger duty_conflict_stays_the_same before update on duty_conflict for each row
  when (old.id <> new.id or old.grant_id <> new.grant_id or old.person <> new.person or old.also <> new.also)
  execute function refuse_change();
