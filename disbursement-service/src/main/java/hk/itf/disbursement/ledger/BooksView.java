package hk.itf.disbursement.ledger;

import hk.itf.model.money.Money;
import java.util.List;

/**
 * The books as they stand.
 *
 * @param balanced opening plus movements gives every balance, and all balances sum to zero
 * @param total the sum of all balances
 */
public record BooksView(boolean balanced, Money total, List<AccountView> accounts) {

    /**
     * One account. Money that reached it counts positive.
     *
     * @param movements what came in less what went out
     */
    public record AccountView(String account, Money opening, Money movements, Money balance) {}
}
