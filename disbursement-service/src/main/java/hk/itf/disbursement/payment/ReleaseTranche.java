package hk.itf.disbursement.payment;

import hk.itf.disbursement.award.Awards;
import hk.itf.disbursement.bank.PaymentGateway;
import hk.itf.disbursement.dutyconflict.DutyConflicts;
import hk.itf.disbursement.ledger.Transfer;
import hk.itf.disbursement.ledger.Transfers;
import hk.itf.disbursement.payee.Payees;
import hk.itf.disbursement.tranche.PaymentReadinessCheck;
import hk.itf.disbursement.tranche.TrancheQueries;
import hk.itf.disbursement.tranche.TrancheTransition;
import hk.itf.disbursement.tranche.TrancheView;
import hk.itf.disbursement.tranche.Tranches;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.duty.GrantDuties;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.http.EntityVersion;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.DomainException;
import hk.itf.model.duty.Duty;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.TrancheId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;

/**
 * Releases a prepared tranche to the bank. Every check of the preparation is repeated under the locks of payee, award
 * and tranche. The amount moves to clearing and an attempt is stored; the bank is instructed after the commit.
 */
@ApplicationScoped
public class ReleaseTranche {

    /** @param expected the version of the tranche that was read */
    public record Command(TrancheId tranche, EntityVersion expected, PersonId actor) {}

    private final PaymentGateway bank;
    private final Payees payees;
    private final Awards awards;
    private final Tranches tranches;
    private final Attempts attempts;
    private final PaymentReadinessCheck readiness;
    private final DutyConflicts conflicts;
    private final GrantDuties duties;
    private final Transfers transfers;
    private final Timeline timeline;
    private final Outbox outbox;
    private final Event<AttemptInstructed> instructed;
    private final TrancheQueries queries;
    private final Clock clock;

    ReleaseTranche(
            PaymentGateway bank,
            Payees payees,
            Awards awards,
            Tranches tranches,
            Attempts attempts,
            PaymentReadinessCheck readiness,
            DutyConflicts conflicts,
            GrantDuties duties,
            Transfers transfers,
            Timeline timeline,
            Outbox outbox,
            Event<AttemptInstructed> instructed,
            TrancheQueries queries,
            Clock clock) {
        this.bank = bank;
        this.payees = payees;
        this.awards = awards;
        this.tranches = tranches;
        this.attempts = attempts;
        this.readiness = readiness;
        this.conflicts = conflicts;
        this.duties = duties;
        this.transfers = transfers;
        this.timeline = timeline;
        this.outbox = outbox;
        this.instructed = instructed;
        this.queries = queries;
        this.clock = clock;
    }

    @Transactional
    public TrancheView handle(Command command) {
        if (!bank.isConnected()) {
            throw DomainException.conflict("no-bank");
        }
        var now = clock.instant();
        var keys = tranches.lockKeysOf(command.tranche());
        payees.lock(keys.organisation());
        var award = awards.lock(keys.grant());
        var tranche = tranches.lock(command.tranche());
        command.expected().require(tranche.version());
        tranche.require(TrancheTransition.RELEASE); // a wrong status is refused before unmet gates
        readiness.check(tranche, keys.organisation(), now).require();
        var payee = payees.newest(keys.organisation()).orElseThrow();
        if (!Integer.valueOf(payee.version()).equals(tranche.payeeVersion())) {
            throw DomainException.conflict("gate-unmet.payee-changed");
        }
        conflicts.requireUninvolved(keys.grant(), command.actor());
        duties.take(keys.grant(), command.actor(), Duty.RELEASED);

        var released = tranche.release(command.actor(), now);
        award.release(released.released());
        var attempt = Attempt.instructed(released, keys.organisation(), tranche.attempts(), payee.version());
        attempts.add(attempt);
        transfers.post(Transfer.release(attempt.id(), keys.grant(), attempt.amount(), HongKong.dayOf(now)));
        timeline.record(tranche, TrancheTransition.RELEASE, command.actor(), "attempt " + attempt.id(), now);
        timeline.record(attempt, Attempt.Act.INSTRUCT, command.actor(), "", now);
        outbox.append(released);
        instructed.fire(new AttemptInstructed());
        return queries.get(tranche.id());
    }
}
