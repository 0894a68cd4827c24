-- The parties the approval named: whoever accepts the offer is one of them.
alter table award add column parties text;
update award
set parties = '{"applicant":"' || organisation || '","partners":[],"sponsors":[]}'
where organisation is not null;
alter table award add constraint award_knows_its_parties check (parties is not null or organisation is null);
