package hk.itf.disbursement.setoff;

import hk.itf.disbursement.receivable.ReceivableView;
import hk.itf.disbursement.receivable.Recoveries;
import hk.itf.disbursement.receivable.Recovery;
import hk.itf.disbursement.receivable.WithdrawRecovery;
import hk.itf.disbursement.tranche.Tranches;
import hk.itf.infra.http.Actor;
import hk.itf.infra.http.EntityVersion;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.id.ReceivableId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Withdraws a set-off before its confirmation. The proposer keeps the duty PREPARED of the grant. */
@ApplicationScoped
class WithdrawSetOff {

    record Command(ReceivableId receivable, UUID setOff, EntityVersion expected, String reason, Actor actor) {}

    private final Tranches tranches;
    private final Recoveries recoveries;
    private final WithdrawRecovery withdrawRecovery;
    private final Timeline timeline;
    private final Clock clock;

    WithdrawSetOff(
            Tranches tranches,
            Recoveries recoveries,
            WithdrawRecovery withdrawRecovery,
            Timeline timeline,
            Clock clock) {
        this.tranches = tranches;
        this.recoveries = recoveries;
        this.withdrawRecovery = withdrawRecovery;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional
    ReceivableView handle(Command command) {
        var tranche = recoveries.trancheOf(command.receivable(), command.setOff());
        var view = withdrawRecovery.handle(new WithdrawRecovery.Command(
                command.receivable(),
                Recovery.Method.SET_OFF,
                command.setOff(),
                command.expected(),
                command.reason(),
                command.actor()));
        timeline.note(
                tranches.lockKeysOf(tranche).grant(),
                "tranche/" + tranche,
                "WITHDRAW_SET_OFF",
                command.actor().person(),
                "%s: %s".formatted(command.setOff(), command.reason().strip()),
                clock.instant());
        return view;
    }
}
