package hk.itf.disbursement.paymentrun;

import hk.itf.infra.testkit.MillionRows;
import hk.itf.infra.testkit.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Lists of payment runs read the lines of the runs that they show. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class PaymentRunReadsTest {

    @Inject
    MillionRows rows;

    @Inject
    PaymentRunQueries queries;

    @Test
    void listsPageOfRuns() {
        rows.assertReads(300, () -> queries.list(null, 20));
    }

    @Test
    void looksRunUpByKey() {
        rows.assertReads(20, () -> queries.get(MillionRows.id(13, 2000)));
        rows.assertReads(20, () -> queries.lines(MillionRows.id(13, 2000), PaymentLineStatus.RELEASED));
    }
}
