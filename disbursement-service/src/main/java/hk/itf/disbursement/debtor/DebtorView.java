package hk.itf.disbursement.debtor;

import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.ReceivableId;
import hk.itf.model.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * What an organisation owed at the end of a day, by how long it was overdue then.
 *
 * @param owner the organisation that was paid
 * @param notYetDue may still be paid back in time
 * @param receivables what it is made of, longest due first; the first 100
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
     * One receivable behind it.
     *
     * @param dueBy the last day (Hong Kong) on which it may be paid back in time
     * @param daysOverdue since then; 0 until then
     */
    public record DebtView(
            ReceivableId id, GrantId grant, String reason, LocalDate dueBy, long daysOverdue, Money outstanding) {}
}
