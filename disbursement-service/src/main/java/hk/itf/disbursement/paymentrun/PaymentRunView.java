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

/** A payment run with its lines. */
public record PaymentRunView(@JsonUnwrapped PaymentRunSummary summary, List<LineView> lines) {

    /**
     * One line.
     *
     * @param status {@code REFUSED} also when the tranche has changed since its preparation
     * @param reason why the line was refused or kept prepared, in the language of the caller; null otherwise
     * @param trancheStatus present status of the tranche, such as {@code PAID}
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

    /** The ids of the lines that a release would release. */
    List<UUID> prepared() {
        return lines.stream()
                .filter(line -> line.status() == PaymentLineStatus.PREPARED)
                .map(LineView::id)
                .toList();
    }
}
