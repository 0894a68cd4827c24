-- What was proposed by mistake is taken back, for a reason, as long as nobody has confirmed it.
alter table recovery drop constraint recovery_status_check;
alter table recovery add constraint recovery_status_is_known check (status in ('PROPOSED', 'CONFIRMED', 'WITHDRAWN'));
alter table recovery add column withdrawn_by uuid;
alter table recovery add column withdrawn_at timestamptz;
alter table recovery add column withdrawn_because text;
alter table recovery add constraint recovery_withdrawn_for_a_reason check (
  num_nonnulls(withdrawn_by, withdrawn_at, withdrawn_because) = case status when 'WITHDRAWN' then 3 else 0 end);

alter table top_up drop constraint top_up_status_check;
alter table top_up add constraint top_up_status_is_known check (status in ('PROPOSED', 'CONFIRMED', 'WITHDRAWN'));
alter table top_up add column withdrawn_by uuid;
alter table top_up add column withdrawn_at timestamptz;
alter table top_up add column withdrawn_because text;
alter table top_up add constraint top_up_withdrawn_for_a_reason check (
  num_nonnulls(withdrawn_by, withdrawn_at, withdrawn_because) = case status when 'WITHDRAWN' then 3 else 0 end);
