package hk.itf.applications.amendment;

import hk.itf.infra.testkit.MillionRows;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.id.GrantId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Lookups of amendments read the amendments of the grant. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class AmendmentReadsTest {

    @Inject
    MillionRows rows;

    @Inject
    Amendments amendments;

    @Test
    void looksAmendmentsUpByKey() {
        var grant = GrantId.of(MillionRows.id(1, 2000));
        rows.assertReads(10, () -> amendments.of(grant));
        rows.assertReads(10, () -> amendments.approved(grant));
        rows.assertReads(10, () -> amendments.isTerminated(grant));
    }
}
