-- A termination stands beside another amendment until it is handed over, and beside a later stage that waits for its money.
drop index one_open_amendment_per_grant;
create unique index one_open_amendment_per_grant on amendment (application_id)
  where status in ('DRAFT', 'SUBMITTED', 'CLARIFYING', 'APPROVED') and kind <> 'TERMINATION';
create unique index one_open_termination_per_grant on amendment (application_id)
  where status in ('DRAFT', 'SUBMITTED', 'CLARIFYING', 'APPROVED') and kind = 'TERMINATION';
create unique index one_amendment_under_review_per_grant on amendment (application_id)
  where status in ('SUBMITTED', 'CLARIFYING');

-- What the secretariat filed is the secretariat's. Who filed what was filed before is not known: both may act on it.
alter table amendment add column by_fund boolean not null default false;
