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
 * A receivable with its recoveries and reminders.
 *
 * @param owner the organisation that owes the amount
 * @param tranche the tranche behind the receivable
 * @param dueBy last day (Hong Kong) to repay in time
 * @param ageDays days since the receivable was raised
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
     * A reminder.
     *
     * @param daysOverdue reminder level: the receivable was overdue by at least this number of days
     * @param outstanding amount at the time of the reminder
     */
    public record ReminderView(int daysOverdue, Money outstanding, Instant raisedAt) {}

    /**
     * A proposed, confirmed or withdrawn recovery.
     *
     * @param how {@code CASH} or {@code SET_OFF}
     * @param valueDate value date of cash; null for a set-off
     * @param bankReference bank reference of cash; null for a set-off
     * @param tranche tranche of a set-off; null for cash
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
