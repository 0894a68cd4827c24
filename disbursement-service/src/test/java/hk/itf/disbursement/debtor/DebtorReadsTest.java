package hk.itf.disbursement.debtor;

import hk.itf.infra.testkit.MillionRows;
import hk.itf.infra.testkit.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The list of debtors reads the receivables of the organisations that it passes. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class DebtorReadsTest {

    @Inject
    MillionRows rows;

    @Inject
    DebtorQueries queries;

    @Test
    void listsPageOfDebtors() {
        rows.assertReads(2_500, () -> queries.list(null, null, 20));
    }
}
