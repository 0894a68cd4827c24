package hk.itf.disbursement;

import static org.hamcrest.Matchers.endsWith;

import hk.itf.model.money.Money;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Training grants of one tranche of 18,000.00, with an advance of up to 9,000.00. */
@ApplicationScoped
public class TrainingGrants {

    public static final Money GRANT = Money.hkd(18_000);
    public static final Money HALF = Money.hkd(9_000);

    private final Clock clock;

    TrainingGrants(Clock clock) {
        this.clock = clock;
    }

    /** An agreed grant with verified, cooled-off bank details. */
    public GrantStory paidTo(String account) {
        return GrantStory.of(clock, GRANT).agreed().withPayee(account);
    }

    /** Another grant of the same organisation, with a due tranche. */
    public static GrantStory dueNext(GrantStory debtor, Money amount) {
        return debtor.another(amount).agreed().due(1, amount);
    }

    public static void refused(Response answer, String rule) {
        answer.then().statusCode(409).body("type", endsWith(":" + rule));
    }
}
