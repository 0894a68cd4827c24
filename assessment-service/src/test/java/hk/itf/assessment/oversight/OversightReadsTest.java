package hk.itf.assessment.oversight;

import hk.itf.infra.testkit.MillionRows;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.id.ReviewCaseId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The list of overdue clarifications reads what it shows. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "assessment"))
class OversightReadsTest {

    @Inject
    MillionRows rows;

    @Inject
    OverdueClarificationQueries queries;

    @Test
    void listsOverdueClarifications() {
        rows.assertReads(50, queries::list);
        rows.assertReads(10, () -> queries.of(ReviewCaseId.of(MillionRows.id(20, 400))));
    }
}
