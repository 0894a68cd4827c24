-- What the bank said and was parked may be taken after all, once, by somebody.
alter table parked_bank_answer add column detail text not null default '';
create table taken_bank_answer (
  position bigint      primary key references parked_bank_answer,
  taken_by uuid        not null,
  taken_at timestamptz not null
);
create trigger taken_bank_answer_is_append_only before update or delete on taken_bank_answer
  for each row execute function refuse_change();
