package hk.itf.disbursement.ledger;

import hk.itf.disbursement.ledger.BooksView.AccountView;
import hk.itf.model.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.hibernate.Session;

/** Computes the books from the transfers in one statement, so that all balances are of one moment. */
@ApplicationScoped
public class BooksQueries {

    private static final String BALANCES = """
            with movement as (
              select credit as account, amount_cents as came, 0 as went from transfer
              union all
              select debit, 0, amount_cents from transfer)
            select account, cast(sum(came) as bigint), cast(sum(went) as bigint) from movement group by account order by account
            """;

    private final EntityManager entities;

    BooksQueries(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    public BooksView books() {
        var accounts = entities.unwrap(Session.class)
                .createNativeQuery(BALANCES, Object[].class)
                .getResultStream()
                .map(row -> {
                    var movements = Money.ofCents((Long) row[1]).minus(Money.ofCents((Long) row[2]));
                    return new AccountView((String) row[0], Money.ZERO, movements, Money.ZERO.plus(movements));
                })
                .toList();
        var total = Money.sum(accounts.stream().map(AccountView::balance).toList());
        return new BooksView(total.isZero(), total, accounts);
    }
}
