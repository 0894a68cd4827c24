package hk.itf.disbursement.tranche;

import com.fasterxml.jackson.annotation.JsonIgnore;
import hk.itf.disbursement.hold.HoldView;
import hk.itf.infra.http.CallerLanguage;
import hk.itf.infra.text.TextSection;
import hk.itf.infra.text.Texts;
import hk.itf.model.Wording;
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
 * A tranche with its gates and holds.
 *
 * @param advanceOf the tranche that an advance was split off from; null for a planned tranche
 * @param amount the amount in the version in force, less the advance
 * @param accepted the accepted amount of the claim, advance included; null before a claim is accepted
 * @param payable the amount that is or will be paid
 * @param setOff the part of the payable amount that was set off against a receivable
 * @param toPay the rest of the payable amount, which the bank pays
 * @param payeeVersion the version of the bank details, from preparation on
 * @param waitsFor a missing answer, such as the bank's answer on the advance, in the caller's language
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
                money.payableByBank(),
                schedule.period(),
                schedule.claimBy(),
                tranche.dueAt(),
                tranche.payeeVersion(),
                tranche.preparedBy(),
                tranche.attempts(),
                readiness.gates().stream().map(GateView::of).toList(),
                render(readiness.waitsFor()),
                readiness.holds(),
                tranche.version());
    }

    private static @Nullable String render(@Nullable Wording label) {
        return label == null ? null : Texts.loaded().render(TextSection.LABELS, label, CallerLanguage.current());
    }
}
