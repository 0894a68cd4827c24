-- When a task ended, in business time: workloads count what was done lately. What ended before is told by the timeline.
alter table review_task add column ended_at timestamptz;
update review_task t
set ended_at = coalesce(
  (select max(l.happened_at) from timeline l where l.grant_id = t.grant_id and l.subject = 'review-task/' || t.id), t.taken_at)
where t.status not in ('WAITING', 'TAKEN');
create index review_task_ended on review_task (ended_at) where ended_at is not null;

-- Work that the secretariat wants done by one person waits for that person alone, for a while.
alter table review_task
  add column reserved_for   uuid,
  add column reserved_until timestamptz,
  add constraint reserved_for_a_while check ((reserved_for is null) = (reserved_until is null));
create index review_task_reserved on review_task (reserved_for) where status = 'WAITING' and reserved_for is not null;

-- Applicants who did not answer in time were reminded: at most once a day.
create table clarification_reminder (
  case_id     uuid        not null references review_case,
  reminded_on date        not null,
  reminded_by uuid        not null,
  reminded_at timestamptz not null,
  constraint reminded_once_a_day primary key (case_id, reminded_on)
);
create trigger clarification_reminder_is_append_only before update or delete on clarification_reminder
  for each row execute function refuse_change();

-- Whatever is done at once: no vote is cast or changed on an item that is not before its meeting.
create function refuse_late_vote() returns trigger language plpgsql as $$
begin
  if (select status from agenda_item where id = new.item_id) <> 'CALLED' then
    raise exception 'panel_vote: the item is not before the meeting' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger panel_vote_is_in_time before insert or update on panel_vote
  for each row execute function refuse_late_vote();
create trigger panel_vote_is_never_deleted before delete on panel_vote
  for each row execute function refuse_change();
