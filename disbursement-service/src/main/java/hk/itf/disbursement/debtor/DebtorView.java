package hk.itf.disbursement.debtor;

import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.ReceivableId;
import hk.itf.model.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * The outstanding amounts of an organisation at the end of a day, by days overdue.
 *
 * @param owner the organisation that owes the amounts
 * @param notYetDue amount whose due date has not passed
 * @param receivables the first 100 outstanding receivables, earliest due date first
 */
public record DebtorView(
        OrganisationId owner,
        Money notYetDue,
        Money days1To30,
        Money days31To60,
        Money days61To90,
        Money over90Days,
        Money total,
        List<DebtView> receivables) {

    /**
     * One outstanding receivable.
     *
     * @param dueBy last day (Hong Kong) to repay in time
     * @param daysOverdue days since the due date; 0 until then
     */
    public record DebtView(
            ReceivableId id, GrantId grant, String reason, LocalDate dueBy, long daysOverdue, Money outstanding) {}
}
