package hk.itf.disbursement.ledger;

import hk.itf.model.money.Money;
import java.util.List;

/**
 * The books: the balances of all ledger accounts.
 *
 * @param balanced whether all balances add up to 0.00
 * @param total the sum of all balances
 */
public record BooksView(boolean balanced, Money total, List<AccountView> accounts) {

    /**
     * One ledger account. Incoming money is positive.
     *
     * @param movements incoming less outgoing amounts
     */
    public record AccountView(String account, Money opening, Money movements, Money balance) {}
}
