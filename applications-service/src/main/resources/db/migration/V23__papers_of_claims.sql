-- What proves a claim is attached to the claim, and served to whoever judges it. What is taken off stays in the table.
alter table paper add column claim_id uuid references claim;
alter table paper add column once boolean not null default false;
alter table paper add column detached_at timestamptz;
create index paper_claim on paper (claim_id) where claim_id is not null;
-- One invoice serves one claim: the same file is looked for.
create index paper_claim_content on paper (sha256) where once and detached_at is null;

-- Tasks taken before keep to the papers of the application.
alter table paper_access add column claim_id uuid;
