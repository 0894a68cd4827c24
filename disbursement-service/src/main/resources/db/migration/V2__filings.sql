-- Money moves on the word of two services: what applicants filed, as applications-service states it, is kept for the comparison with
-- the decision of assessment-service.
create table filed_application (
  grant_id          uuid   not null,
  revision          int    not null,
  reference         text   not null,
  scheme            text   not null,
  scheme_version    int    not null,
  parties           json   not null,
  entitlement_cents bigint not null check (entitlement_cents >= 0),
  content_sha256    text   not null,
  primary key (grant_id, revision)
);
comment on table  filed_application                   is 'The revisions of applications that were submitted. Kept for ever, also after a withdrawal.';
comment on column filed_application.grant_id          is 'Grant id, which is the application id.';
comment on column filed_application.revision          is 'Revision of the application: 1 for the first submission.';
comment on column filed_application.reference         is 'Reference of the application, such as RTH-2026-000001.';
comment on column filed_application.scheme            is 'Scheme of the application.';
comment on column filed_application.scheme_version    is 'Pinned version of the scheme.';
comment on column filed_application.parties           is 'Organisation ids of the parties as JSON.';
comment on column filed_application.entitlement_cents is 'Entitlement in HK cents: the most that an approval can award.';
comment on column filed_application.content_sha256    is 'SHA-256 of the submitted content, in hexadecimal.';

create table filed_claim (
  grant_id       uuid   not null,
  claim_id       uuid   not null,
  revision       int    not null,
  kind           text   not null,
  tranche_id     uuid   not null,
  claimed_cents  bigint not null check (claimed_cents >= 0),
  gates          json   not null,
  content_sha256 text   not null,
  primary key (claim_id, revision)
);
comment on table  filed_claim                is 'The revisions of claims that were submitted. Kept for ever, also after a withdrawal.';
comment on column filed_claim.grant_id       is 'Grant of the claim.';
comment on column filed_claim.claim_id       is 'Claim id in applications-service.';
comment on column filed_claim.revision       is 'Revision of the claim: 1 for the first submission.';
comment on column filed_claim.kind           is 'Kind of the claim, such as PAYMENT.';
comment on column filed_claim.tranche_id     is 'Tranche that the claim is about.';
comment on column filed_claim.claimed_cents  is 'Claimed amount in HK cents: the most that can be accepted.';
comment on column filed_claim.gates          is 'Gates that an acceptance can meet, as a JSON list.';
comment on column filed_claim.content_sha256 is 'SHA-256 of the submitted content, in hexadecimal. Empty in events of older builds.';

create table filed_amendment (
  grant_id       uuid   not null,
  amendment_id   uuid   not null,
  revision       int    not null,
  kind           text   not null,
  base_version   int    not null,
  plan           json   not null,
  keep_cents     bigint check (keep_cents >= 0),
  content_sha256 text   not null,
  primary key (amendment_id, revision)
);
comment on table  filed_amendment                is 'The revisions of amendments that were submitted. Kept for ever, also after a withdrawal.';
comment on column filed_amendment.grant_id       is 'Grant of the amendment.';
comment on column filed_amendment.amendment_id   is 'Amendment id in applications-service.';
comment on column filed_amendment.revision       is 'Revision of the amendment: 1 for the first submission.';
comment on column filed_amendment.kind           is 'Kind of the amendment, such as EARLY_END.';
comment on column filed_amendment.base_version   is 'Award version that the amendment changes.';
comment on column filed_amendment.plan           is 'New tranche plan as JSON.';
comment on column filed_amendment.keep_cents     is 'For a termination: what the grantee keeps, in HK cents. Null for other kinds.';
comment on column filed_amendment.content_sha256 is 'SHA-256 of the submitted content, in hexadecimal. Empty in events of older builds.';
