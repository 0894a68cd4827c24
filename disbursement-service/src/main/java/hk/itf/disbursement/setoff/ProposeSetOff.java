package hk.itf.disbursement.setoff;

import hk.itf.disbursement.award.Awards;
import hk.itf.disbursement.receivable.ReceivableQueries;
import hk.itf.disbursement.receivable.ReceivableTransition;
import hk.itf.disbursement.receivable.ReceivableView;
import hk.itf.disbursement.receivable.Receivables;
import hk.itf.disbursement.receivable.Recoveries;
import hk.itf.disbursement.receivable.Recovery;
import hk.itf.disbursement.tranche.Tranches;
import hk.itf.infra.http.EntityVersion;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.duty.Duty;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReceivableId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/**
 * Proposes a set-off of a receivable against a due tranche of the same organisation, on any of its grants. The proposal
 * counts as a preparation of the tranche and takes the duty PREPARED of its grant. No money moves before another person
 * confirms.
 */
@ApplicationScoped
class ProposeSetOff {

    record Command(ReceivableId receivable, EntityVersion expected, TrancheId tranche, Money amount, PersonId actor) {}

    private final Awards awards;
    private final Tranches tranches;
    private final Receivables receivables;
    private final Recoveries recoveries;
    private final SetOffRules rules;
    private final Timeline timeline;
    private final ReceivableQueries queries;
    private final Clock clock;

    ProposeSetOff(
            Awards awards,
            Tranches tranches,
            Receivables receivables,
            Recoveries recoveries,
            SetOffRules rules,
            Timeline timeline,
            ReceivableQueries queries,
            Clock clock) {
        this.awards = awards;
        this.tranches = tranches;
        this.receivables = receivables;
        this.recoveries = recoveries;
        this.rules = rules;
        this.timeline = timeline;
        this.queries = queries;
        this.clock = clock;
    }

    @Transactional
    ReceivableView handle(Command command) {
        if (!command.amount().isPositive()) {
            throw DomainException.invalidFields(List.of(Violation.of("/amount", "not-positive.amount")));
        }
        var now = clock.instant();
        var debtor = receivables.grantOf(command.receivable());
        var keys = tranches.lockKeysOf(command.tranche());
        awards.lockAll(List.of(debtor, keys.grant()));
        var tranche = tranches.lock(command.tranche());
        var receivable = receivables.lock(command.receivable());
        command.expected().require(receivable.version());
        var setOff = Recovery.ofSetOff(receivable, command.amount(), tranche.id(), command.actor(), now);
        rules.require(receivable, tranche, keys, setOff.amount(), command.actor(), Duty.PREPARED, now);
        recoveries.add(setOff);
        var detail = "%s by set-off against tranche %s, %s".formatted(setOff.amount(), tranche.id(), setOff.id());
        timeline.record(receivable, ReceivableTransition.PROPOSE, command.actor(), detail, now);
        timeline.note(keys.grant(), "tranche/" + tranche.id(), "PROPOSE_SET_OFF", command.actor(), detail, now);
        return queries.get(receivable.id());
    }
}
