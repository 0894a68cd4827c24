-- Tables of the disbursement service, by aggregate.
-- Money is in HK cents. Dates are Hong Kong dates. Times are UTC instants of business time, unless the comment names the
-- database clock. Columns that name a person hold person ids.

-- Ledger ----------------------------------------------------------------------------------------------------------------

-- The id is derived from reason and cause, so that a replay is the same transfer.
create table transfer (
  id           uuid        primary key,
  reason       text        not null,
  cause        text        not null,
  debit        text        not null,
  credit       text        not null,
  amount_cents bigint      not null,
  grant_id     uuid,
  booked_on    date        not null,
  recorded_at  timestamptz not null default clock_timestamp(),
  constraint transfer_reason_is_known check (reason in
    ('TOP_UP', 'COMMIT', 'RELEASE', 'BOOKED', 'BOUNCE', 'DECOMMIT', 'SET_OFF', 'RAISE', 'UNDO_RAISE', 'RECOVER', 'RETURN',
     'CARRY_OVER')),
  constraint transfer_moves_money check (amount_cents > 0),
  constraint transfer_has_two_ends check (debit <> credit),
  constraint transfer_once_per_cause unique (reason, cause)
);
create trigger transfer_is_append_only before update or delete on transfer
  for each row execute function refuse_change();
create trigger transfer_is_never_truncated before truncate on transfer
  for each statement execute function refuse_change();
comment on table  transfer              is 'Transfers between ledger accounts. All transfers are the books; they add up to zero. Append-only.';
comment on column transfer.id           is 'Transfer id, derived from reason and cause.';
comment on column transfer.reason       is 'Why the money moved: TOP_UP, COMMIT, RELEASE, BOOKED, BOUNCE, DECOMMIT, SET_OFF, RAISE, UNDO_RAISE, RECOVER, RETURN or CARRY_OVER.';
comment on column transfer.cause        is 'Key of the top-up, carry-over, award version, closing, attempt, receivable or recovery behind the transfer.';
comment on column transfer.debit        is 'Key of the ledger account the money leaves, such as envelope:rth:2026-27 or committed:<grant id>.';
comment on column transfer.credit       is 'Key of the ledger account the money reaches.';
comment on column transfer.amount_cents is 'Moved amount (HK cents).';
comment on column transfer.grant_id     is 'Grant id. Null for top-ups and carry-overs.';
comment on column transfer.booked_on    is 'Day of the transfer (Hong Kong date).';
comment on column transfer.recorded_at  is 'When the row was written (UTC instant, database clock).';

-- Envelopes -------------------------------------------------------------------------------------------------------------

-- The row lock orders everything that commits from the envelope. Counters only grow.
create table envelope (
  id                 uuid   primary key,
  version            int    not null,
  scheme             text   not null,
  financial_year     text   not null check (financial_year ~ '^[0-9]{4}-[0-9]{2}$'),
  appropriated_cents bigint not null,
  recovered_cents    bigint not null,
  decommitted_cents  bigint not null,
  carried_in_cents   bigint not null,
  committed_cents    bigint not null,
  carried_out_cents  bigint not null,
  free_cents         bigint generated always as (
    appropriated_cents + recovered_cents + decommitted_cents + carried_in_cents - committed_cents - carried_out_cents) stored,
  constraint one_envelope_per_scheme_and_year unique (scheme, financial_year),
  constraint committed_within_envelope check (
    least(appropriated_cents, recovered_cents, decommitted_cents, carried_in_cents, committed_cents, carried_out_cents) >= 0
    and free_cents >= 0)
);
comment on table  envelope                    is 'The money of one scheme in one financial year.';
comment on column envelope.id                 is 'Envelope id.';
comment on column envelope.version            is 'Entity version.';
comment on column envelope.scheme             is 'Scheme id.';
comment on column envelope.financial_year     is 'Financial year from 1 April to 31 March, such as 2026-27.';
comment on column envelope.appropriated_cents is 'Amount of all confirmed top-ups (HK cents).';
comment on column envelope.recovered_cents    is 'Amount that grantees paid back in this year (HK cents).';
comment on column envelope.decommitted_cents  is 'Amount that awards gave back in this year (HK cents).';
comment on column envelope.carried_in_cents   is 'Amount carried over from earlier years (HK cents).';
comment on column envelope.committed_cents    is 'Amount committed to awards, before anything they gave back (HK cents).';
comment on column envelope.carried_out_cents  is 'Amount carried over to a later year (HK cents).';
comment on column envelope.free_cents         is 'Amount that can still be committed or carried over (HK cents). Calculated.';

create table top_up (
  id                uuid        primary key,
  version           int         not null,
  envelope_id       uuid        not null references envelope,
  amount_cents      bigint      not null,
  reason            text        not null,
  status            text        not null,
  proposed_by       uuid        not null,
  proposed_at       timestamptz not null,
  confirmed_by      uuid,
  confirmed_at      timestamptz,
  withdrawn_by      uuid,
  withdrawn_at      timestamptz,
  withdrawn_because text,
  constraint top_up_adds_money check (amount_cents > 0),
  constraint top_up_status_is_known check (status in ('PROPOSED', 'CONFIRMED', 'WITHDRAWN')),
  constraint top_up_four_eyes check (confirmed_by <> proposed_by),
  constraint top_up_confirmed_by_someone check ((status = 'CONFIRMED') = (confirmed_by is not null)),
  constraint top_up_withdrawn_for_a_reason check (
    num_nonnulls(withdrawn_by, withdrawn_at, withdrawn_because) = case status when 'WITHDRAWN' then 3 else 0 end)
);
create index top_up_envelope on top_up (envelope_id);
comment on table  top_up                   is 'Top-ups of envelopes, by four eyes. Money moves with the confirmation.';
comment on column top_up.id                is 'Top-up id.';
comment on column top_up.version           is 'Entity version.';
comment on column top_up.envelope_id       is 'Envelope id.';
comment on column top_up.amount_cents      is 'Amount to add (HK cents).';
comment on column top_up.reason            is 'Why money is added.';
comment on column top_up.status            is 'PROPOSED, CONFIRMED or WITHDRAWN.';
comment on column top_up.proposed_by       is 'Fund controller who proposed the top-up.';
comment on column top_up.proposed_at       is 'When it was proposed (UTC instant).';
comment on column top_up.confirmed_by      is 'Another fund controller, who confirmed it. Null before.';
comment on column top_up.confirmed_at      is 'When it was confirmed (UTC instant). Null before.';
comment on column top_up.withdrawn_by      is 'Person who withdrew the proposal. Null otherwise.';
comment on column top_up.withdrawn_at      is 'When the proposal was withdrawn (UTC instant). Null otherwise.';
comment on column top_up.withdrawn_because is 'Why the proposal was withdrawn. Null otherwise.';

create table carry_over (
  id                uuid        primary key,
  version           int         not null,
  envelope_id       uuid        not null references envelope,
  reason            text        not null,
  to_envelope_id    uuid        references envelope,
  carried_cents     bigint,
  awards            int,
  status            text        not null check (status in ('PROPOSED', 'CONFIRMED', 'WITHDRAWN')),
  proposed_by       uuid        not null,
  proposed_at       timestamptz not null,
  confirmed_by      uuid,
  confirmed_at      timestamptz,
  withdrawn_by      uuid,
  withdrawn_at      timestamptz,
  withdrawn_because text,
  constraint carry_over_four_eyes check (confirmed_by <> proposed_by),
  constraint carry_over_confirmed_by_someone check ((status = 'CONFIRMED') = (confirmed_by is not null)),
  constraint carry_over_withdrawn_for_a_reason check (
    num_nonnulls(withdrawn_by, withdrawn_at, withdrawn_because) = case status when 'WITHDRAWN' then 3 else 0 end),
  constraint carry_over_goes_somewhere check (
    num_nonnulls(to_envelope_id, carried_cents, awards) = case status when 'CONFIRMED' then 3 else 0 end),
  constraint carry_over_goes_elsewhere check (to_envelope_id <> envelope_id)
);
create index carry_over_envelope on carry_over (envelope_id);
create unique index one_carry_over_proposed on carry_over (envelope_id) where status = 'PROPOSED';
create trigger carry_over_is_never_deleted before delete on carry_over for each row execute function refuse_change();
comment on table  carry_over                   is 'Carry-overs, by four eyes: at the end of a year the free amount and the waiting awards of an envelope move to the open year.';
comment on column carry_over.id                is 'Carry-over id.';
comment on column carry_over.version           is 'Entity version.';
comment on column carry_over.envelope_id       is 'Envelope of the year that ended.';
comment on column carry_over.reason            is 'Why the envelope is carried over.';
comment on column carry_over.to_envelope_id    is 'Envelope of the open year. Null before the confirmation.';
comment on column carry_over.carried_cents     is 'Amount that was free at the confirmation (HK cents). Null before.';
comment on column carry_over.awards            is 'Number of waiting awards that moved. Null before the confirmation.';
comment on column carry_over.status            is 'PROPOSED, CONFIRMED or WITHDRAWN.';
comment on column carry_over.proposed_by       is 'Fund controller who proposed the carry-over.';
comment on column carry_over.proposed_at       is 'When it was proposed (UTC instant).';
comment on column carry_over.confirmed_by      is 'Another fund controller, who confirmed it. Null before.';
comment on column carry_over.confirmed_at      is 'When it was confirmed (UTC instant). Null before.';
comment on column carry_over.withdrawn_by      is 'Person who withdrew the proposal. Null otherwise.';
comment on column carry_over.withdrawn_at      is 'When the proposal was withdrawn (UTC instant). Null otherwise.';
comment on column carry_over.withdrawn_because is 'Why the proposal was withdrawn. Null otherwise.';

-- Awards ----------------------------------------------------------------------------------------------------------------

create sequence queue_position;
comment on sequence queue_position is 'Places in the funding queues. Drawn under the lock of the envelope, so that they follow the order of approvals.';

-- A withdrawal that arrives before its approval leaves a VOIDED row without reference and envelope.
create table award (
  grant_id        uuid   primary key,
  version         int    not null,
  status          text   not null,
  reference       text,
  scheme          text,
  scheme_version  int,
  organisation    uuid,
  parties         text,
  envelope_id     uuid   references envelope,
  queue_position  bigint unique,
  waiting_for     text   check (waiting_for in ('FUNDS', 'DEBT')),
  in_force        int    not null,
  awarded_cents   bigint not null,
  committed_cents bigint not null,
  released_cents  bigint not null,
  paid_cents      bigint not null,
  owed_cents      bigint not null,
  recovered_cents bigint not null,
  keep_cents      bigint check (keep_cents >= 0),
  later_stages    int    not null,
  closings        int    not null,
  open_tranches   int    not null default 0,
  recorded_at     timestamptz not null,
  constraint award_status_is_known check (
    status in ('WAITING', 'COMMITTED', 'AGREED', 'CLOSED', 'TERMINATED', 'VOIDED')),
  constraint paid_within_released check (
    0 <= paid_cents and 0 <= owed_cents and 0 <= recovered_cents and paid_cents + owed_cents + recovered_cents <= released_cents),
  constraint released_within_committed check (released_cents <= committed_cents),
  constraint committed_within_awarded check (committed_cents <= awarded_cents),
  -- A running award waits, too, for what a later version promises on top.
  constraint waiting_has_a_reason check (
    (status <> 'WAITING' or waiting_for is not null) and (waiting_for is null or status in ('WAITING', 'AGREED'))),
  constraint waiting_has_a_place check ((coalesce(waiting_for, '') = 'FUNDS') = (queue_position is not null)),
  constraint closed_owes_nothing check (status <> 'CLOSED' or owed_cents = 0),
  constraint ended_says_what_is_kept check (status <> 'TERMINATED' or keep_cents is not null),
  constraint award_knows_its_parties check (parties is not null or organisation is null),
  constraint only_a_mark_has_no_envelope check (envelope_id is not null or (status = 'VOIDED' and awarded_cents = 0))
);
create index award_status on award (status, grant_id);
create index award_organisation on award (organisation);
create index award_queue on award (envelope_id, queue_position) where waiting_for = 'FUNDS';
create index award_in_debt on award (recorded_at, grant_id) where waiting_for = 'DEBT';
create index award_closing on award (grant_id)
  where status = 'AGREED' and open_tranches = 0 and owed_cents = 0 and keep_cents is null and waiting_for is null;
create index award_ending on award (grant_id)
  where keep_cents is not null and (status = 'AGREED' or status = 'TERMINATED' and committed_cents > released_cents);
comment on table  award                 is 'Awards: the promise of money to a grantee. One row a grant.';
comment on column award.grant_id        is 'Grant id.';
comment on column award.version         is 'Entity version.';
comment on column award.status          is 'WAITING, COMMITTED, AGREED, CLOSED, TERMINATED or VOIDED.';
comment on column award.reference       is 'Reference of the application, such as RTH-2026-000123. Null for a withdrawal that arrived first.';
comment on column award.scheme          is 'Scheme id. Null for a withdrawal that arrived first.';
comment on column award.scheme_version  is 'Pinned scheme version. Null for a withdrawal that arrived first.';
comment on column award.organisation    is 'Organisation that is paid: the applicant, from the agreement on the party that accepted the offer.';
comment on column award.parties         is 'JSON of the parties that the approval named (type Parties). Only one of them can accept the offer.';
comment on column award.envelope_id     is 'Envelope the award waits for, or is committed from.';
comment on column award.queue_position  is 'Place in the funding queue of the envelope. Null if the award does not wait for funds.';
comment on column award.waiting_for     is 'FUNDS: waits for money of the envelope. DEBT: waits until overdue debt is settled. Null if it does not wait.';
comment on column award.in_force        is 'Number of the award version in force; 1 from the approval on. 0 for a withdrawal that arrived first.';
comment on column award.awarded_cents   is 'Awarded amount of the version in force (HK cents).';
comment on column award.committed_cents is 'Amount committed from envelopes (HK cents).';
comment on column award.released_cents  is 'Amount released to the bank or set off (HK cents). Includes what is paid, owed and recovered.';
comment on column award.paid_cents      is 'Paid amount, less what is owed or recovered (HK cents).';
comment on column award.owed_cents      is 'Amount the grantee owes back (HK cents).';
comment on column award.recovered_cents is 'Amount that came back of what was owed (HK cents).';
comment on column award.keep_cents      is 'Amount the grantee keeps after a termination (HK cents). Null without a termination.';
comment on column award.later_stages    is 'Number of later stages that may still be requested.';
comment on column award.closings        is 'Number of times money was given back at an end; numbers the transfers of a close-out after a late bounce.';
comment on column award.open_tranches   is 'Number of tranches that are neither paid nor cancelled. Kept by the trigger tranche_is_counted.';
comment on column award.recorded_at     is 'When the approval was recorded (UTC instant).';

create table award_version (
  id            uuid        primary key,
  version       int         not null,
  grant_id      uuid        not null references award,
  number        int         not null,
  awarded_cents bigint      not null,
  undrawn_cents bigint      not null,
  plan          text        not null,
  status        text        not null check (status in ('WAITING_FOR_FUNDS', 'IN_FORCE', 'SUPERSEDED', 'VOIDED')),
  decided_by    uuid        not null,
  decided_at    timestamptz not null,
  constraint award_version_number unique (grant_id, number),
  constraint undrawn_within_awarded check (0 <= undrawn_cents and undrawn_cents <= awarded_cents)
);
create unique index one_version_in_force on award_version (grant_id) where status = 'IN_FORCE';
create unique index one_version_waits on award_version (grant_id) where status = 'WAITING_FOR_FUNDS';
create trigger award_version_is_never_deleted before delete on award_version
  for each row execute function refuse_change();
create trigger award_version_is_immutable before update on award_version for each row
  when (old.grant_id <> new.grant_id or old.number <> new.number or old.awarded_cents <> new.awarded_cents or old.plan <> new.plan)
  execute function refuse_change();
comment on table  award_version               is 'Award versions: awarded amount and plan of an award, as first promised or as amended. Both are immutable.';
comment on column award_version.id            is 'Id of the award version.';
comment on column award_version.version       is 'Entity version.';
comment on column award_version.grant_id      is 'Grant id.';
comment on column award_version.number        is 'Number of the award version, 1 for the first.';
comment on column award_version.awarded_cents is 'Awarded amount of this version (HK cents).';
comment on column award_version.undrawn_cents is 'Amount that the tranches of this version will not pay (HK cents). Tranches and undrawn add up to awarded.';
comment on column award_version.plan          is 'JSON of the tranche plan (type TranchePlan).';
comment on column award_version.status        is 'WAITING_FOR_FUNDS, IN_FORCE, SUPERSEDED or VOIDED.';
comment on column award_version.decided_by    is 'Person who decided on the version.';
comment on column award_version.decided_at    is 'When the version was decided (UTC instant).';

-- Topics are not ordered among each other, so that requests and their answers are counted in any order.
create table stage_request (
  id           uuid primary key,
  grant_id     uuid not null,
  under_review int  not null,
  passed_on    date
);
create index stage_request_grant on stage_request (grant_id);
comment on table  stage_request              is 'Stage gate claims and next stage amendments that keep an award from close-out.';
comment on column stage_request.id           is 'Claim id of the stage gate, or amendment id of the next stage.';
comment on column stage_request.grant_id     is 'Grant id.';
comment on column stage_request.under_review is 'Submissions minus answers: above 0 the request is under vetting.';
comment on column stage_request.passed_on    is 'Day on which the stage gate was passed (Hong Kong date). Null otherwise.';

-- Payees and holds ------------------------------------------------------------------------------------------------------

-- A change of bank details and a release exclude each other by the lock of this row.
create table payee_account (
  organisation uuid primary key,
  newest       int  not null
);
comment on table  payee_account              is 'Organisations that have filed bank details.';
comment on column payee_account.organisation is 'Organisation id.';
comment on column payee_account.newest       is 'Number of the newest payee version.';

create table payee (
  id             uuid        primary key,
  version        int         not null,
  organisation   uuid        not null references payee_account,
  number         int         not null,
  holder         text        not null,
  bank_code      text        not null check (bank_code ~ '^[0-9]{3}$'),
  account_number text        not null check (account_number ~ '^[0-9]{9,12}$'),
  status         text        not null check (status in ('PENDING', 'VERIFIED', 'SUPERSEDED')),
  filed_by       uuid        not null,
  filed_at       timestamptz not null,
  verified_by    uuid,
  verified_at    timestamptz,
  cools_off_at   timestamptz,
  evidence       text,
  constraint payee_number unique (organisation, number),
  constraint payee_four_eyes check (verified_by <> filed_by),
  constraint payee_verified_by_someone check (status <> 'VERIFIED' or (verified_by is not null and cools_off_at is not null))
);
create trigger payee_is_never_deleted before delete on payee for each row execute function refuse_change();
create trigger payee_details_are_immutable before update on payee for each row
  when (old.organisation <> new.organisation or old.number <> new.number or old.holder <> new.holder
        or old.bank_code <> new.bank_code or old.account_number <> new.account_number or old.filed_by <> new.filed_by)
  execute function refuse_change();
comment on table  payee                is 'Versions of the bank details of an organisation. The details are immutable.';
comment on column payee.id             is 'Id of the payee version.';
comment on column payee.version        is 'Entity version.';
comment on column payee.organisation   is 'Organisation id.';
comment on column payee.number         is 'Number of the payee version, 1 for the first.';
comment on column payee.holder         is 'Name of the account holder.';
comment on column payee.bank_code      is 'Hong Kong bank code, three digits.';
comment on column payee.account_number is 'Account number with branch code, nine to twelve digits.';
comment on column payee.status         is 'PENDING, VERIFIED or SUPERSEDED.';
comment on column payee.filed_by       is 'Member of the organisation who filed the details.';
comment on column payee.filed_at       is 'When the details were filed (UTC instant).';
comment on column payee.verified_by    is 'Payee verifier. Null before.';
comment on column payee.verified_at    is 'When the details were verified (UTC instant). Null before.';
comment on column payee.cools_off_at   is 'End of the cooling-off period (UTC instant). Nothing is paid to the details before.';
comment on column payee.evidence       is 'What the payee verifier has seen. Null before.';

create table hold (
  id                  uuid        primary key,
  version             int         not null,
  target              text        not null check (target in ('TRANCHE', 'AWARD', 'ORGANISATION')),
  target_id           uuid        not null,
  cause               text,
  reason              text        not null,
  reason_zh_hant      text,
  reason_zh_hans      text,
  placed_by           uuid        not null,
  placed_at           timestamptz not null,
  lifted_by           uuid,
  lifted_at           timestamptz,
  lift_reason         text,
  lift_reason_zh_hant text,
  lift_reason_zh_hans text,
  constraint lifted_by_someone check ((lifted_at is null) = (lifted_by is null))
);
create index hold_standing on hold (target_id) where lifted_at is null;
create index hold_active on hold (id) where lifted_at is null;
create unique index one_hold_of_a_cause on hold (cause) where cause is not null and lifted_at is null;
comment on table  hold             is 'Holds: orders that stop preparation and release of payments.';
comment on column hold.id          is 'Hold id.';
comment on column hold.version     is 'Entity version.';
comment on column hold.target      is 'TRANCHE, AWARD or ORGANISATION.';
comment on column hold.target_id   is 'Tranche id, grant id or organisation id.';
comment on column hold.cause       is 'Key of the overdue report that placed the hold, and whose acceptance lifts it. Null if a person placed the hold.';
comment on column hold.reason      is 'Why payments are stopped. English if the hold has a cause, else as typed.';
comment on column hold.reason_zh_hant is 'The reason in Traditional Chinese. Null if a person placed the hold.';
comment on column hold.reason_zh_hans is 'The reason in Simplified Chinese. Null if a person placed the hold.';
comment on column hold.placed_by   is 'Person who placed the hold.';
comment on column hold.placed_at   is 'When the hold was placed (UTC instant).';
comment on column hold.lifted_by   is 'Person who lifted the hold. Null before.';
comment on column hold.lifted_at   is 'When the hold was lifted (UTC instant). Null before.';
comment on column hold.lift_reason is 'Why the hold was lifted. Null before. English if the platform lifted the hold, else as typed.';
comment on column hold.lift_reason_zh_hant is 'The reason for lifting in Traditional Chinese. Null before, and if a person lifted the hold.';
comment on column hold.lift_reason_zh_hans is 'The reason for lifting in Simplified Chinese. Null before, and if a person lifted the hold.';

-- Tranches --------------------------------------------------------------------------------------------------------------

create table tranche (
  id               uuid   primary key,
  version          int    not null,
  grant_id         uuid   not null references award,
  number           int    not null,
  advance_of       uuid   references tranche,
  period_from      date   not null,
  period_to        date   not null,
  claim_by         date   not null,
  status           text   not null check (status in ('SCHEDULED', 'DUE', 'PREPARED', 'RELEASED', 'PAID', 'CANCELLED')),
  amount_cents     bigint not null,
  accepted_cents   bigint,
  settles_at_cents bigint,
  payable_cents    bigint not null,
  set_off_cents    bigint not null,
  due_at           timestamptz,
  payee_version    int,
  prepared_by      uuid,
  attempts         int    not null,
  unmet_gates      int    not null default 0 check (unmet_gates >= 0),
  constraint one_advance_per_tranche unique (advance_of),
  constraint payable_within_amount check (0 <= payable_cents and payable_cents <= amount_cents),
  constraint set_off_within_payable check (0 <= set_off_cents and set_off_cents <= payable_cents),
  constraint settles_while_open check (settles_at_cents is null or (0 <= settles_at_cents and status in ('SCHEDULED', 'DUE'))),
  constraint advance_is_not_set_off check (advance_of is null or set_off_cents = 0),
  constraint accepted_within_amount check (
    accepted_cents is null or (0 <= accepted_cents and (settles_at_cents is not null or payable_cents <= accepted_cents))),
  constraint cancelled_pays_nothing check (status <> 'CANCELLED' or payable_cents = 0),
  constraint prepared_binds_a_payee check (
    status not in ('PREPARED', 'RELEASED', 'PAID') or payee_version is not null or (status = 'PAID' and set_off_cents = payable_cents))
);
create index tranche_grant on tranche (grant_id);
create index tranche_status on tranche (status, id);
create index tranche_gates_met on tranche (id)
  where status = 'SCHEDULED' and unmet_gates = 0 and payable_cents > 0 and settles_at_cents is null;
create index tranche_due on tranche (due_at, id) where status = 'DUE';

-- Counts the open tranches of an award, whichever transition changes a tranche. The sweep that closes awards finds them by
-- the count.
create function count_open_tranches() returns trigger language plpgsql as $$
begin
  update award
  set open_tranches = open_tranches
    + case when new.status not in ('PAID', 'CANCELLED') then 1 else 0 end
    - case when tg_op = 'UPDATE' and old.status not in ('PAID', 'CANCELLED') then 1 else 0 end
  where grant_id = new.grant_id;
  return null;
end $$;
create trigger tranche_is_counted_when_added after insert on tranche for each row
  when (new.status not in ('PAID', 'CANCELLED')) execute function count_open_tranches();
create trigger tranche_is_counted after update of status on tranche for each row
  when ((old.status in ('PAID', 'CANCELLED')) <> (new.status in ('PAID', 'CANCELLED')))
  execute function count_open_tranches();
comment on table  tranche                  is 'Tranches: parts of an award that are paid as a whole.';
comment on column tranche.id               is 'Tranche id. Stays the same through all award versions.';
comment on column tranche.version          is 'Entity version.';
comment on column tranche.grant_id         is 'Grant id.';
comment on column tranche.number           is 'Number of the tranche in its plan, 1 for the first. An advance tranche has the number of its tranche.';
comment on column tranche.advance_of       is 'The tranche from which this advance tranche was split off. Null if this is no advance.';
comment on column tranche.period_from      is 'First day that the tranche pays for (Hong Kong date).';
comment on column tranche.period_to        is 'Last day that the tranche pays for (Hong Kong date).';
comment on column tranche.claim_by         is 'Last day to file a claim on the tranche (Hong Kong date).';
comment on column tranche.status           is 'SCHEDULED, DUE, PREPARED, RELEASED, PAID or CANCELLED.';
comment on column tranche.amount_cents     is 'Awarded share of the tranche without its advance (HK cents).';
comment on column tranche.accepted_cents   is 'Accepted amount of the claim, advance included (HK cents). Null before acceptance.';
comment on column tranche.settles_at_cents is 'Total to settle at, advance included, while the bank has not answered on the advance (HK cents). Null otherwise.';
comment on column tranche.payable_cents    is 'Amount that is or will be paid, net of the advance (HK cents).';
comment on column tranche.set_off_cents    is 'Part of the payable amount that was set off against a receivable (HK cents). The bank pays the rest.';
comment on column tranche.due_at           is 'When the tranche last became due, also by a return or bounce (UTC instant). Null before.';
comment on column tranche.payee_version    is 'Number of the payee version bound at preparation. Null before, and after a return or bounce.';
comment on column tranche.prepared_by      is 'Finance preparer. Null before preparation, and after a return or bounce.';
comment on column tranche.attempts         is 'Number of attempts so far.';
comment on column tranche.unmet_gates      is 'Number of unmet gates, without PAYEE_VERIFIED. Changes in the statement that adds or meets gates.';

create table tranche_gate (
  tranche_id uuid not null references tranche,
  gate       text not null,
  met_at     timestamptz,
  primary key (tranche_id, gate),
  constraint gate_is_known check (gate in (
    'AGREEMENT_SIGNED', 'CLAIM_ACCEPTED', 'REPORT_ACCEPTED', 'MILESTONE_ACCEPTED', 'MATCHING_EVIDENCED', 'ACCOUNTS_ACCEPTED',
    'STAGE_PASSED', 'PAYEE_VERIFIED')),
  constraint payee_gate_is_a_view check (gate <> 'PAYEE_VERIFIED' or met_at is null)
);
comment on table  tranche_gate            is 'Gates that must be met before a tranche is paid.';
comment on column tranche_gate.tranche_id is 'Tranche id.';
comment on column tranche_gate.gate       is 'The gate, such as CLAIM_ACCEPTED. PAYEE_VERIFIED is read from the payee at each act and never met here.';
comment on column tranche_gate.met_at     is 'When the gate was met (UTC instant). Null before.';

-- Payments --------------------------------------------------------------------------------------------------------------

-- The bank is told after the release, as often as needed, under the attempt id.
create table attempt (
  id             uuid        primary key,
  version        int         not null,
  tranche_id     uuid        not null references tranche,
  grant_id       uuid        not null references award,
  organisation   uuid        not null,
  number         int         not null,
  payee_version  int         not null,
  amount_cents   bigint      not null,
  status         text        not null check (status in ('INSTRUCTED', 'BOOKED', 'BOUNCED')),
  instructed_at  timestamptz not null,
  sent_at        timestamptz,
  booked_at      timestamptz,
  bounced_at     timestamptz,
  bank_reference text,
  bounce_reason  text,
  constraint attempt_number unique (tranche_id, number),
  constraint attempt_pays_something check (amount_cents > 0)
);
create unique index tranche_paid_once on attempt (tranche_id) where status in ('INSTRUCTED', 'BOOKED');
create index attempt_unsent on attempt (instructed_at, id) where status = 'INSTRUCTED' and sent_at is null;
create index attempt_status on attempt (status, id);
create index attempt_grant on attempt (grant_id);
create trigger attempt_is_never_deleted before delete on attempt for each row execute function refuse_change();
comment on table  attempt                is 'Attempts: instructions to the bank to pay a tranche, whole.';
comment on column attempt.id             is 'Attempt id, derived from tranche and number. The end-to-end id at the bank.';
comment on column attempt.version        is 'Entity version.';
comment on column attempt.tranche_id     is 'Tranche id.';
comment on column attempt.grant_id       is 'Grant id.';
comment on column attempt.organisation   is 'Organisation that is paid.';
comment on column attempt.number         is 'Number of the attempt on its tranche, 1 for the first.';
comment on column attempt.payee_version  is 'Number of the payee version that is paid.';
comment on column attempt.amount_cents   is 'Released amount (HK cents).';
comment on column attempt.status         is 'INSTRUCTED, BOOKED or BOUNCED. A booked attempt can bounce later.';
comment on column attempt.instructed_at  is 'When the tranche was released (UTC instant).';
comment on column attempt.sent_at        is 'When the bank was first told (UTC instant). Null before.';
comment on column attempt.booked_at      is 'When the bank booked the payment (UTC instant). Null before.';
comment on column attempt.bounced_at     is 'When the payment bounced (UTC instant). Null if it did not.';
comment on column attempt.bank_reference is 'Reference of the bank in its latest answer. Null before.';
comment on column attempt.bounce_reason  is 'What the bank said about the bounce. Null if the payment did not bounce.';

-- The row lock orders the readers of all replicas.
create table bank_position (
  single   boolean primary key default true check (single),
  position bigint  not null
);
insert into bank_position (position) values (0);
comment on table  bank_position          is 'One row: how far the answers of the bank were read.';
comment on column bank_position.single   is 'Always true, so that there is one row.';
comment on column bank_position.position is 'Position of the last bank answer that was read. 0 before the first.';

create table payment_sender (
  single       boolean     primary key default true check (single),
  holder       uuid        not null,
  leased_until timestamptz not null
);
insert into payment_sender (holder, leased_until) values ('00000000-0000-0000-0000-000000000000', '-infinity');
comment on table  payment_sender              is 'One row: the replica of this service that may instruct the bank.';
comment on column payment_sender.single       is 'Always true, so that there is one row.';
comment on column payment_sender.holder       is 'Random id of the replica. All zeros before the first.';
comment on column payment_sender.leased_until is 'End of the lease of the replica (UTC instant, database clock).';

create table parked_bank_answer (
  position      bigint      primary key,
  end_to_end_id uuid        not null,
  outcome       text        not null,
  amount_cents  bigint      not null,
  reference     text        not null,
  detail        text        not null default '',
  reason        text        not null,
  reason_zh_hant text       not null,
  reason_zh_hans text       not null,
  recorded_at   timestamptz not null default clock_timestamp()
);
create trigger parked_bank_answer_is_append_only before update or delete on parked_bank_answer
  for each row execute function refuse_change();
comment on table  parked_bank_answer               is 'Bank answers that fit no attempt. They moved no money; finance looks at them. Append-only.';
comment on column parked_bank_answer.position      is 'Position of the answer in the bank''s sequence.';
comment on column parked_bank_answer.end_to_end_id is 'Attempt id that the bank named.';
comment on column parked_bank_answer.outcome       is 'BOOKED or BOUNCED.';
comment on column parked_bank_answer.amount_cents  is 'Amount that the bank named (HK cents).';
comment on column parked_bank_answer.reference     is 'Reference of the bank.';
comment on column parked_bank_answer.detail        is 'What the bank said besides, such as why a payment bounced. May be empty.';
comment on column parked_bank_answer.reason        is 'Why the answer was parked, in English.';
comment on column parked_bank_answer.reason_zh_hant is 'The reason in Traditional Chinese.';
comment on column parked_bank_answer.reason_zh_hans is 'The reason in Simplified Chinese.';
comment on column parked_bank_answer.recorded_at   is 'When the answer was parked (UTC instant, database clock).';

create table taken_bank_answer (
  position bigint      primary key references parked_bank_answer,
  taken_by uuid        not null,
  taken_at timestamptz not null
);
create trigger taken_bank_answer_is_append_only before update or delete on taken_bank_answer
  for each row execute function refuse_change();
comment on table  taken_bank_answer          is 'Parked bank answers that a person let take effect after all. Append-only.';
comment on column taken_bank_answer.position is 'Position of the parked answer.';
comment on column taken_bank_answer.taken_by is 'Person who let the answer take effect.';
comment on column taken_bank_answer.taken_at is 'When the answer took effect (UTC instant).';

-- Payment runs ----------------------------------------------------------------------------------------------------------

create table payment_run (
  id        uuid        primary key,
  opened_by uuid        not null,
  opened_at timestamptz not null
);
create trigger payment_run_is_append_only before update or delete on payment_run
  for each row execute function refuse_change();
comment on table  payment_run           is 'Payment runs: due tranches that are prepared and released together. Append-only.';
comment on column payment_run.id        is 'Payment run id.';
comment on column payment_run.opened_by is 'Person who opened the run.';
comment on column payment_run.opened_at is 'When the run was opened (UTC instant).';

-- A line moves no money itself: its tranche is prepared and released as it is without a run.
create table payment_line (
  id              uuid   primary key,
  version         int    not null,
  run_id          uuid   not null references payment_run,
  position        int    not null,
  tranche_id      uuid   not null references tranche,
  tranche_version int    not null,
  amount_cents    bigint not null,
  status          text   not null check (status in ('LISTED', 'PREPARED', 'RELEASED', 'REFUSED')),
  reason          text,
  reason_zh_hant  text,
  reason_zh_hans  text,
  constraint payment_line_position unique (run_id, position),
  constraint payment_line_names_a_tranche_once unique (run_id, tranche_id),
  constraint payment_line_pays_something check (amount_cents > 0),
  constraint refused_for_a_reason check (status <> 'REFUSED' or reason is not null),
  constraint payment_line_reason_in_each_language check (num_nulls(reason, reason_zh_hant, reason_zh_hans) in (0, 3))
);
create trigger payment_line_is_never_deleted before delete on payment_line
  for each row execute function refuse_change();
comment on table  payment_line                 is 'Payment lines: the tranches of a payment run and what became of them.';
comment on column payment_line.id              is 'Payment line id.';
comment on column payment_line.version         is 'Entity version.';
comment on column payment_line.run_id          is 'Payment run id.';
comment on column payment_line.position        is 'Position of the line in its run, 1 for the first.';
comment on column payment_line.tranche_id      is 'Tranche id.';
comment on column payment_line.tranche_version is 'Entity version of the tranche when the run last changed it. Another version no longer belongs to the run.';
comment on column payment_line.amount_cents    is 'Amount the bank had to pay when the run was opened (HK cents).';
comment on column payment_line.status          is 'LISTED, PREPARED, RELEASED or REFUSED.';
comment on column payment_line.reason          is 'Why the line was refused or kept prepared: problem slug and English text. Null otherwise.';
comment on column payment_line.reason_zh_hant  is 'The reason in Traditional Chinese. Null if there is none.';
comment on column payment_line.reason_zh_hans  is 'The reason in Simplified Chinese. Null if there is none.';

-- Receivables -----------------------------------------------------------------------------------------------------------

-- The id is derived from the overpaid tranche and the cause, so that a replay is the same receivable.
create table receivable (
  id                uuid        primary key,
  version           int         not null,
  grant_id          uuid        not null references award,
  organisation      uuid        not null,
  tranche_id        uuid        not null references tranche,
  cause             text        not null,
  reason            text        not null,
  raised_cents      bigint      not null,
  outstanding_cents bigint      not null,
  due_by            date        not null,
  status            text        not null check (status in ('OPEN', 'SETTLED', 'CANCELLED')),
  proposals         int         not null,
  raised_at         timestamptz not null,
  remind_on         date,
  constraint receivable_cause_is_known check (cause in ('UNEARNED_ADVANCE', 'UNSPENT_BALANCE', 'TERMINATION')),
  constraint receivable_is_of_something check (raised_cents > 0),
  constraint outstanding_within_raised check (0 <= outstanding_cents and outstanding_cents <= raised_cents),
  constraint open_while_outstanding check ((status = 'OPEN') = (outstanding_cents > 0))
);
create index receivable_grant on receivable (grant_id);
create index receivable_tranche on receivable (tranche_id);
create index receivable_by_age on receivable (due_by, id);
create index receivable_by_status on receivable (status, due_by, id);
create index receivable_by_organisation on receivable (organisation, due_by, id);
create index receivable_to_remind on receivable (remind_on, id) where status = 'OPEN';
create index receivable_open on receivable (organisation, due_by) where status = 'OPEN';
create trigger receivable_is_never_deleted before delete on receivable for each row execute function refuse_change();
create trigger receivable_origin_is_immutable before update on receivable for each row
  when (old.grant_id <> new.grant_id or old.organisation <> new.organisation or old.tranche_id <> new.tranche_id
        or old.raised_cents <> new.raised_cents or old.due_by <> new.due_by or old.reason <> new.reason)
  execute function refuse_change();
comment on table  receivable                   is 'Receivables: what a grantee owes back for one tranche.';
comment on column receivable.id                is 'Receivable id.';
comment on column receivable.version           is 'Entity version.';
comment on column receivable.grant_id          is 'Grant id.';
comment on column receivable.organisation      is 'Organisation that owes the money.';
comment on column receivable.tranche_id        is 'The overpaid tranche.';
comment on column receivable.cause             is 'UNEARNED_ADVANCE, UNSPENT_BALANCE or TERMINATION.';
comment on column receivable.reason            is 'Why the money is owed, as JSON: one text for each language (type LocalisedText).';
comment on column receivable.raised_cents      is 'Amount owed when the receivable was raised (HK cents).';
comment on column receivable.outstanding_cents is 'Amount still owed (HK cents).';
comment on column receivable.due_by            is 'Last day to pay in time (Hong Kong date).';
comment on column receivable.status            is 'OPEN, SETTLED or CANCELLED.';
comment on column receivable.proposals         is 'Number of recoveries proposed so far.';
comment on column receivable.raised_at         is 'When the receivable was raised (UTC instant).';
comment on column receivable.remind_on         is 'Next day on which a reminder can be due (Hong Kong date). Null after the last reminder.';

create table recovery (
  id                uuid        primary key,
  version           int         not null,
  receivable_id     uuid        not null references receivable,
  number            int         not null,
  how               text        not null check (how in ('CASH', 'SET_OFF')),
  amount_cents      bigint      not null,
  value_date        date,
  bank_reference    text,
  tranche_id        uuid        references tranche,
  status            text        not null,
  proposed_by       uuid        not null,
  proposed_at       timestamptz not null,
  confirmed_by      uuid,
  confirmed_at      timestamptz,
  withdrawn_by      uuid,
  withdrawn_at      timestamptz,
  withdrawn_because text,
  constraint recovery_number unique (receivable_id, number),
  constraint recovery_brings_money check (amount_cents > 0),
  constraint recovery_status_is_known check (status in ('PROPOSED', 'CONFIRMED', 'WITHDRAWN')),
  constraint recovery_four_eyes check (confirmed_by <> proposed_by),
  constraint recovery_confirmed_by_someone check ((status = 'CONFIRMED') = (confirmed_by is not null)),
  constraint recovery_withdrawn_for_a_reason check (
    num_nonnulls(withdrawn_by, withdrawn_at, withdrawn_because) = case status when 'WITHDRAWN' then 3 else 0 end),
  constraint cash_has_a_reference check ((how = 'CASH') = (bank_reference is not null) and (how = 'CASH') = (value_date is not null)),
  constraint set_off_has_a_tranche check ((how = 'SET_OFF') = (tranche_id is not null))
);
create unique index cash_counts_once on recovery (receivable_id, bank_reference) where how = 'CASH' and status = 'CONFIRMED';
create index recovery_tranche on recovery (tranche_id) where tranche_id is not null;
create trigger recovery_is_never_deleted before delete on recovery for each row execute function refuse_change();
create trigger recovery_is_immutable before update on recovery for each row
  when (old.receivable_id <> new.receivable_id or old.how <> new.how or old.amount_cents <> new.amount_cents
        or old.bank_reference is distinct from new.bank_reference or old.value_date is distinct from new.value_date
        or old.tranche_id is distinct from new.tranche_id or old.proposed_by <> new.proposed_by)
  execute function refuse_change();
comment on table  recovery                   is 'Recoveries: parts of a receivable that come back, by four eyes. Money moves with the confirmation.';
comment on column recovery.id                is 'Recovery id.';
comment on column recovery.version           is 'Entity version.';
comment on column recovery.receivable_id     is 'Receivable id.';
comment on column recovery.number            is 'Number of the recovery on its receivable, 1 for the first.';
comment on column recovery.how               is 'CASH or SET_OFF.';
comment on column recovery.amount_cents      is 'Recovered amount (HK cents).';
comment on column recovery.value_date        is 'Value date of the cash on the bank statement (Hong Kong date). Null for a set-off.';
comment on column recovery.bank_reference    is 'Bank reference of the cash. Null for a set-off.';
comment on column recovery.tranche_id        is 'Due tranche of the same organisation that is set off. Null for cash.';
comment on column recovery.status            is 'PROPOSED, CONFIRMED or WITHDRAWN.';
comment on column recovery.proposed_by       is 'Person who proposed the recovery.';
comment on column recovery.proposed_at       is 'When it was proposed (UTC instant).';
comment on column recovery.confirmed_by      is 'Another person, who confirmed it. Null before.';
comment on column recovery.confirmed_at      is 'When it was confirmed (UTC instant). Null before.';
comment on column recovery.withdrawn_by      is 'Person who withdrew the proposal. Null otherwise.';
comment on column recovery.withdrawn_at      is 'When the proposal was withdrawn (UTC instant). Null otherwise.';
comment on column recovery.withdrawn_because is 'Why the proposal was withdrawn. Null otherwise.';

create table receivable_reminder (
  id                uuid        primary key,
  receivable_id     uuid        not null references receivable,
  days_overdue      int         not null,
  outstanding_cents bigint      not null,
  raised_at         timestamptz not null,
  constraint reminded_once_per_level unique (receivable_id, days_overdue),
  constraint reminded_when_overdue check (days_overdue >= 0),
  constraint reminded_of_something check (outstanding_cents > 0)
);
create trigger receivable_reminder_is_append_only before update or delete on receivable_reminder
  for each row execute function refuse_change();
comment on table  receivable_reminder                   is 'Debtor reminders. At most one a level of days overdue. Append-only.';
comment on column receivable_reminder.id                is 'Reminder id, derived from receivable and level.';
comment on column receivable_reminder.receivable_id     is 'Receivable id.';
comment on column receivable_reminder.days_overdue      is 'Level: days after the due date at which the reminder is sent.';
comment on column receivable_reminder.outstanding_cents is 'Amount owed when the reminder was sent (HK cents).';
comment on column receivable_reminder.raised_at         is 'When the reminder was sent (UTC instant).';
