package hk.itf.disbursement.setoff;

import hk.itf.disbursement.award.Awards;
import hk.itf.disbursement.commitment.AwardEnvelopes;
import hk.itf.disbursement.ledger.Transfer;
import hk.itf.disbursement.ledger.Transfers;
import hk.itf.disbursement.payee.Payees;
import hk.itf.disbursement.receivable.ApplyRecovery;
import hk.itf.disbursement.receivable.ReceivableQueries;
import hk.itf.disbursement.receivable.ReceivableView;
import hk.itf.disbursement.receivable.Receivables;
import hk.itf.disbursement.receivable.Recoveries;
import hk.itf.disbursement.receivable.Recovery;
import hk.itf.disbursement.tranche.TrancheTransition;
import hk.itf.disbursement.tranche.Tranches;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.http.EntityVersion;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.duty.Duty;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReceivableId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Confirms a set-off. The tranche is paid without the bank by the amount, and the amount returns to the envelope of the
 * open year. The confirmation counts as a release of the tranche and takes the duty RELEASED of its grant.
 */
@ApplicationScoped
class ConfirmSetOff {

    record Command(ReceivableId receivable, UUID setOff, EntityVersion expected, PersonId actor) {}

    private final Payees payees;
    private final AwardEnvelopes envelopes;
    private final Awards awards;
    private final Tranches tranches;
    private final Receivables receivables;
    private final Recoveries recoveries;
    private final SetOffRules rules;
    private final ApplyRecovery applyRecovery;
    private final Transfers transfers;
    private final Timeline timeline;
    private final Outbox outbox;
    private final ReceivableQueries queries;
    private final Clock clock;

    ConfirmSetOff(
            Payees payees,
            AwardEnvelopes envelopes,
            Awards awards,
            Tranches tranches,
            Receivables receivables,
            Recoveries recoveries,
            SetOffRules rules,
            ApplyRecovery applyRecovery,
            Transfers transfers,
            Timeline timeline,
            Outbox outbox,
            ReceivableQueries queries,
            Clock clock) {
        this.payees = payees;
        this.envelopes = envelopes;
        this.awards = awards;
        this.tranches = tranches;
        this.receivables = receivables;
        this.recoveries = recoveries;
        this.rules = rules;
        this.applyRecovery = applyRecovery;
        this.transfers = transfers;
        this.timeline = timeline;
        this.outbox = outbox;
        this.queries = queries;
        this.clock = clock;
    }

    @Transactional
    ReceivableView handle(Command command) {
        var now = clock.instant();
        var grant = receivables.grantOf(command.receivable());
        var keys = tranches.lockKeysOf(recoveries.trancheOf(command.receivable(), command.setOff()));
        payees.lock(keys.organisation());
        var envelope = envelopes.lockOpen(grant, now);
        var both = awards.lockAll(List.of(grant, keys.grant()));
        var setOff = recoveries.of(command.receivable(), Recovery.Method.SET_OFF, command.setOff());
        var tranche = tranches.lock(setOff.tranche());
        var receivable = receivables.lock(command.receivable());
        command.expected().require(receivable.version());
        setOff.confirm(command.actor(), now);
        rules.require(receivable, tranche, keys, setOff.amount(), command.actor(), Duty.RELEASED, now);

        both.getLast().payBySetOff(setOff.amount());
        var paid = tranche.payBySetOff(setOff.amount(), command.actor(), now);
        transfers.post(Transfer.setOff(setOff.id(), keys.grant(), setOff.amount(), HongKong.dayOf(now)));
        timeline.record(
                tranche,
                TrancheTransition.SET_OFF,
                command.actor(),
                "%s towards receivable %s, %s".formatted(setOff.amount(), receivable.id(), setOff.id()),
                now);
        applyRecovery.handle(
                new ApplyRecovery.Command(envelope, both.getFirst(), receivable, setOff, command.actor(), now));
        paid.ifPresent(outbox::append);
        return queries.get(receivable.id());
    }
}
