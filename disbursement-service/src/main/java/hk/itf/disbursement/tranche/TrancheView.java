package hk.itf.disbursement.tranche;

import com.fasterxml.jackson.annotation.JsonIgnore;
import hk.itf.disbursement.hold.HoldView;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.value.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An instalment with its gates explained.
 *
 * @param amount as planned by the version in force
 * @param advanceOf the tranche it is paid in advance of; null for what is planned
 * @param accepted what was accepted of the claim, once it was, with what was paid in advance
 * @param payable what is or will be paid
 * @param setOff what of that went towards what the organisation owes
 * @param toPay the rest, which the bank pays
 * @param waitsFor what else it waits for, such as the bank's answer on its advance
 * @param payeeVersion the bank details it is bound to, once prepared
 */
public record TrancheView(
        TrancheId id,
        GrantId grant,
        int number,
        @Nullable TrancheId advanceOf,
        String status,
        Money amount,
        @Nullable Money accepted,
        Money payable,
        Money setOff,
        Money toPay,
        DateRange period,
        LocalDate claimBy,
        @Nullable Instant dueAt,
        @Nullable Integer payeeVersion,
        @Nullable PersonId preparedBy,
        int attempts,
        List<GateView> gates,
        @Nullable String waitsFor,
        List<HoldView> holds,
        @JsonIgnore int version) {

    static TrancheView of(Tranche tranche, PaymentReadiness readiness) {
        var money = tranche.money();
        var schedule = tranche.schedule();
        return new TrancheView(
                tranche.id(),
                tranche.grant(),
                schedule.number(),
                tranche.advanceOf().orElse(null),
                tranche.status().name(),
                money.amount(),
                money.accepted().orElse(null),
                money.payable(),
                money.setOff(),
                money.toPay(),
                schedule.period(),
                schedule.claimBy(),
                tranche.dueAt(),
                tranche.payeeVersion(),
                tranche.preparedBy(),
                tranche.attempts(),
                readiness.gates(),
                readiness.waitsFor(),
                readiness.holds(),
                tranche.version());
    }
}
