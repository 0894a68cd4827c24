package hk.itf.disbursement.envelope;

import hk.itf.infra.testkit.MillionRows;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.id.EnvelopeId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The view of an envelope reads its own top-ups and the awards that it shows. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class EnvelopeReadsTest {

    @Inject
    MillionRows rows;

    @Inject
    EnvelopeQueries queries;

    @Test
    void looksEnvelopeUpByKey() {
        rows.assertReads(400, () -> queries.get(EnvelopeId.of(MillionRows.id(7, 6))));
    }
}
