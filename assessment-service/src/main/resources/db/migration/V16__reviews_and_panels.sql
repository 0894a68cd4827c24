-- Several scored stages: a sheet is of one of them. All sheets so far are of technical reviews.
alter table score_sheet add column stage text not null default 'TECHNICAL_REVIEW'
  constraint sheet_of_a_scored_stage check (stage in ('TECHNICAL_REVIEW', 'BUSINESS_REVIEW'));
alter table score_sheet alter column stage drop default;

-- What a panel advised, with the votes it rests on; empty before, and again after a vote or a filing changed.
alter table review_case add column recommendation text;
