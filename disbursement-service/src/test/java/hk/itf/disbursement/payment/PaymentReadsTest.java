package hk.itf.disbursement.payment;

import hk.itf.infra.testkit.MillionRows;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.id.AttemptId;
import hk.itf.model.id.TrancheId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Lists and lookups of payments read what they show. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class PaymentReadsTest {

    @Inject
    MillionRows rows;

    @Inject
    PaymentQueries queries;

    @Inject
    Attempts attempts;

    @Test
    void listsPageOfAttempts() {
        rows.assertReads(50, () -> queries.attempts(null, null, 20));
        rows.assertReads(50, () -> queries.attempts(AttemptStatus.BOUNCED, null, 20));
    }

    @Test
    void looksAttemptsUpByKey() {
        rows.assertReads(10, () -> queries.attemptsOf(TrancheId.of(MillionRows.id(4, 5000))));
        rows.assertReads(10, () -> attempts.lockKeysOf(AttemptId.of(MillionRows.id(5, 5000))));
    }

    @Test
    void listsNewestParkedAnswers() {
        rows.assertReads(600, queries::parked);
    }
}
