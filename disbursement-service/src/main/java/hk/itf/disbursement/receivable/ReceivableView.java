package hk.itf.disbursement.receivable;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import hk.itf.disbursement.proposal.ProposalView;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.ReceivableId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is owed, by whom, since when, and what came back.
 *
 * @param owner the organisation that was paid
 * @param tranche what was overpaid
 * @param dueBy the last day (Hong Kong) on which it may be paid back in time
 * @param ageDays since it was raised
 */
public record ReceivableView(
        ReceivableId id,
        GrantId grant,
        OrganisationId owner,
        TrancheId tranche,
        String reason,
        Money raised,
        Money outstanding,
        LocalDate dueBy,
        boolean overdue,
        long ageDays,
        String status,
        Instant raisedAt,
        List<RecoveryView> recoveries,
        List<ReminderView> reminders,
        @JsonIgnore int version) {

    /**
     * The debtor was reminded.
     *
     * @param daysOverdue the level: it was overdue for at least so many days
     * @param outstanding what was asked for
     */
    public record ReminderView(int daysOverdue, Money outstanding, Instant raisedAt) {}

    /**
     * A part that comes back.
     *
     * @param how {@code CASH} or {@code SET_OFF}
     * @param valueDate of cash
     * @param bankReference of cash
     * @param tranche of a set-off
     */
    public record RecoveryView(
            UUID id,
            int number,
            String how,
            Money amount,
            @Nullable LocalDate valueDate,
            @Nullable String bankReference,
            @Nullable TrancheId tranche,
            @JsonUnwrapped ProposalView proposal) {}
}
