-- Whoever judges an amendment is served what it would make of the answers. Tasks taken before keep to those that hold.
alter table paper_access add column amendment_id uuid;
