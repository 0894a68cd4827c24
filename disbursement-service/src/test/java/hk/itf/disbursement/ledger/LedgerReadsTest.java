package hk.itf.disbursement.ledger;

import hk.itf.infra.testkit.MillionRows;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.id.AttemptId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A transfer is written by key. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class LedgerReadsTest {

    @Inject
    MillionRows rows;

    @Inject
    Transfers transfers;

    @Test
    void postsTransferByKey() {
        var attempt = AttemptId.of(TrancheId.next(), 1);
        rows.assertReads(
                20,
                () -> transfers.post(
                        Transfer.release(attempt, GrantId.next(), Money.hkd(1), LocalDate.of(2026, 1, 1))));
    }
}
