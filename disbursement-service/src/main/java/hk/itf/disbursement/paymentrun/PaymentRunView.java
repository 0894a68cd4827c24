package hk.itf.disbursement.paymentrun;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import hk.itf.disbursement.tranche.TrancheStatus;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A payment run as it stands now, tranche by tranche. */
public record PaymentRunView(@JsonUnwrapped PaymentRunSummary summary, List<LineView> lines) {

    /**
     * One tranche.
     *
     * @param status {@code REFUSED} also when it was prepared and has changed since
     * @param reason why it was refused, or kept back for now
     * @param trancheStatus where the tranche is now, such as {@code PAID}
     */
    public record LineView(
            TrancheId tranche,
            GrantId grant,
            OrganisationId organisation,
            Money amount,
            PaymentLineStatus status,
            @Nullable String reason,
            TrancheStatus trancheStatus,
            @JsonIgnore UUID id) {}

    /** What a release would order. */
    List<UUID> prepared() {
        return lines.stream()
                .filter(line -> line.status() == PaymentLineStatus.PREPARED)
                .map(LineView::id)
                .toList();
    }
}
