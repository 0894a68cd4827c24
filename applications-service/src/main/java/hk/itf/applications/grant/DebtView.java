package hk.itf.applications.grant;

import hk.itf.model.id.ReceivableId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import java.time.LocalDate;

/**
 * A receivable as the grantee sees it.
 *
 * @param raised what the grantee owed when the receivable was raised
 * @param outstanding what the grantee still owes
 * @param dueBy the last Hong Kong day to pay it back
 */
public record DebtView(
        ReceivableId id, TrancheId tranche, Money raised, Money outstanding, LocalDate dueBy, String reason) {}
