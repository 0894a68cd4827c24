package hk.itf.applications.claim;

import hk.itf.infra.testkit.MillionRows;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.TrancheId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Lookups of claims read the claims of the grant. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class ClaimReadsTest {

    @Inject
    MillionRows rows;

    @Inject
    Claims claims;

    @Test
    void looksClaimsUpByKey() {
        rows.assertReads(10, () -> claims.of(GrantId.of(MillionRows.id(1, 2000))));
        rows.assertReads(10, () -> claims.hasOpenOrAccepted(TrancheId.of(MillionRows.id(4, 4000))));
        rows.assertReads(10, () -> claims.hasAdvanceUnderReview(TrancheId.of(MillionRows.id(4, 4000))));
    }
}
