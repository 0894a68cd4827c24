package hk.itf.infra.eventing.operations;

import hk.itf.infra.testkit.MillionRows;
import hk.itf.infra.testkit.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "sample"))
class EventingGaugesTest {

    @Inject
    MillionRows rows;

    @Inject
    EventingGauges gauges;

    @Test
    void readsAgesOfOldestEvents() {
        rows.assertReads(20, gauges::refresh);
    }
}
