package hk.itf.disbursement.hold;

import hk.itf.infra.testkit.MillionRows;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.TrancheId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists and lookups of holds read what they show. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class HoldReadsTest {

    @Inject
    MillionRows rows;

    @Inject
    HoldQueries queries;

    @Inject
    Holds holds;

    @Test
    void listsPageOfHolds() {
        rows.assertReads(50, () -> queries.list(false, null, 20));
        rows.assertReads(50, () -> queries.list(true, null, 20));
    }

    @Test
    void looksActiveHoldsUpByKey() {
        rows.assertReads(
                10,
                () -> holds.activeOn(
                        List.of(TrancheId.of(MillionRows.id(4, 5))),
                        GrantId.of(MillionRows.id(1, 5)),
                        OrganisationId.of(MillionRows.id(2, 5))));
    }
}
