package hk.itf.disbursement.tranche;

import hk.itf.disbursement.award.Awards;
import hk.itf.disbursement.dutyconflict.DutyConflicts;
import hk.itf.disbursement.dutyconflict.ResolveUndoneConflicts;
import hk.itf.disbursement.payee.PayeeVerification;
import hk.itf.disbursement.payee.Payees;
import hk.itf.infra.duty.GrantDuties;
import hk.itf.infra.duty.Timeline;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.http.EntityVersion;
import hk.itf.model.DomainException;
import hk.itf.model.duty.Duty;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.TrancheId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/**
 * Checks a due tranche once more and binds it to the newest bank details. The preparer takes a duty of the grant, and so
 * does, on this grant, the person who verified the bank details.
 */
@ApplicationScoped
public class PrepareTranche {

    /** @param expected the version that was read */
    public record Command(TrancheId tranche, EntityVersion expected, PersonId actor) {}

    private final Payees payees;
    private final Awards awards;
    private final Tranches tranches;
    private final PaymentReadinessCheck gateKeeper;
    private final ResolveUndoneConflicts liftUndoneConflicts;
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
            PaymentReadinessCheck gateKeeper,
            ResolveUndoneConflicts liftUndoneConflicts,
            DutyConflicts conflicts,
            GrantDuties duties,
            Timeline timeline,
            Outbox outbox,
            TrancheQueries queries,
            Clock clock) {
        this.payees = payees;
        this.awards = awards;
        this.tranches = tranches;
        this.gateKeeper = gateKeeper;
        this.liftUndoneConflicts = liftUndoneConflicts;
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
        var address = tranches.addressOf(command.tranche());
        payees.lock(address.organisation());
        awards.lock(address.grant());
        var tranche = tranches.lock(command.tranche());
        command.expected().require(tranche.version());
        tranche.require(TrancheTransition.PREPARE); // a wrong status is refused before unmet gates
        liftUndoneConflicts.handle(address.grant()); // without waiting for the sweeper
        gateKeeper.readinessOf(tranche, address.organisation(), now).require();

        var payee = payees.newest(address.organisation()).orElseThrow();
        var verifier = verifierOf(payee);
        takeDuties(address.grant(), command.actor(), verifier);
        var prepared = tranche.prepare(payee, verifier, command.actor(), now);
        timeline.record(tranche, TrancheTransition.PREPARE, command.actor(), now);
        outbox.append(prepared);
        return queries.get(tranche.id());
    }

    private static PersonId verifierOf(PayeeVerification payee) {
        var verifier = payee.verifiedBy();
        if (verifier == null) {
            throw new IllegalStateException("bank details that passed the gate are verified by somebody");
        }
        return verifier;
    }

    private void takeDuties(GrantId grant, PersonId preparer, PersonId verifier) {
        var held = duties.of(grant, verifier);
        if (held.isPresent() && held.get() != Duty.VERIFIED_PAYEE) {
            throw DomainException.conflict(
                    "one-person-one-duty",
                    "The person who verified the bank details holds another duty of this grant; somebody else has to verify them.");
        }
        conflicts.requireUninvolved(grant, preparer);
        duties.take(grant, verifier, Duty.VERIFIED_PAYEE);
        duties.take(grant, preparer, Duty.PREPARED);
    }
}
