package hk.itf.applications;

import hk.itf.infra.testkit.HastySweeps;
import hk.itf.infra.testkit.MillionRows;
import hk.itf.infra.testkit.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Each sweep reads a bounded number of rows, whatever the tables hold and however many reports are under review. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class SweepReadsTest {

    @Inject
    MillionRows rows;

    @Test
    void readsBoundedNumberOfRows() {
        for (var sweep : HastySweeps.sweeps()) {
            rows.assertReads(8_000, sweep::run);
        }
    }
}
