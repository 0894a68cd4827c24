package hk.itf.disbursement.tranche;

import hk.itf.disbursement.award.Awards;
import hk.itf.disbursement.dutyconflict.DutyConflicts;
import hk.itf.disbursement.dutyconflict.ResolveUndoneConflicts;
import hk.itf.disbursement.payee.PayeeVerification;
import hk.itf.disbursement.payee.Payees;
import hk.itf.infra.duty.GrantDuties;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.http.EntityVersion;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.DomainException;
import hk.itf.model.duty.Duty;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.TrancheId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/**
 * Prepares a due tranche: checks its payment readiness and binds it to the organisation's newest bank details. The
 * preparer takes the duty PREPARED of the grant. The person who verified the bank details takes VERIFIED_PAYEE.
 */
@ApplicationScoped
public class PrepareTranche {

    /** @param expected the entity version that the preparer read */
    public record Command(TrancheId tranche, EntityVersion expected, PersonId actor) {}

    private final Payees payees;
    private final Awards awards;
    private final Tranches tranches;
    private final PaymentReadinessCheck readinessCheck;
    private final ResolveUndoneConflicts resolveUndoneConflicts;
    private final DutyConflicts conflicts;
    private final GrantDuties duties;
    private final Timeline timeline;
    private final Outbox outbox;
    private final TrancheQueries queries;
    private final Clock clock;

    PrepareTranche(
            Payees payees,
            Awards awards,
            Tranches tranches,
            PaymentReadinessCheck readinessCheck,
            ResolveUndoneConflicts resolveUndoneConflicts,
            DutyConflicts conflicts,
            GrantDuties duties,
            Timeline timeline,
            Outbox outbox,
            TrancheQueries queries,
            Clock clock) {
        this.payees = payees;
        this.awards = awards;
        this.tranches = tranches;
        this.readinessCheck = readinessCheck;
        this.resolveUndoneConflicts = resolveUndoneConflicts;
        this.conflicts = conflicts;
        this.duties = duties;
        this.timeline = timeline;
        this.outbox = outbox;
        this.queries = queries;
        this.clock = clock;
    }

    @Transactional
    public TrancheView handle(Command command) {
        var now = clock.instant();
        var keys = tranches.lockKeysOf(command.tranche());
        payees.lock(keys.organisation());
        awards.lock(keys.grant());
        var tranche = tranches.lock(command.tranche());
        command.expected().require(tranche.version());
        tranche.require(TrancheTransition.PREPARE); // refuses a wrong status before unmet gates
        resolveUndoneConflicts.handle(keys.grant()); // does not wait for the sweeper
        readinessCheck.check(tranche, keys.organisation(), now).require();

        var payee = payees.newest(keys.organisation()).orElseThrow();
        var verifier = verifierOf(payee);
        takeDuties(keys.grant(), command.actor(), verifier);
        var prepared = tranche.prepare(payee, verifier, command.actor(), now);
        timeline.record(tranche, TrancheTransition.PREPARE, command.actor(), now);
        outbox.append(prepared);
        return queries.get(tranche.id());
    }

    private static PersonId verifierOf(PayeeVerification payee) {
        var verifier = payee.verifiedBy();
        if (verifier == null) {
            throw new IllegalStateException("the bank details passed their gate without a verifier");
        }
        return verifier;
    }

    private void takeDuties(GrantId grant, PersonId preparer, PersonId verifier) {
        var held = duties.of(grant, verifier);
        if (held.isPresent() && held.get() != Duty.VERIFIED_PAYEE) {
            throw DomainException.conflict("one-person-one-duty.payee-verifier");
        }
        conflicts.requireUninvolved(grant, preparer);
        duties.take(grant, verifier, Duty.VERIFIED_PAYEE);
        duties.take(grant, preparer, Duty.PREPARED);
    }
}
