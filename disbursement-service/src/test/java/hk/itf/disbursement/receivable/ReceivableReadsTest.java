package hk.itf.disbursement.receivable;

import hk.itf.disbursement.receivable.ReceivableQueries.Filter;
import hk.itf.infra.testkit.MillionRows;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.TrancheId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Lists and lookups of receivables read what they show. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class ReceivableReadsTest {

    @Inject
    MillionRows rows;

    @Inject
    ReceivableQueries queries;

    @Inject
    Receivables receivables;

    @Test
    void listsPageForEachFilter() {
        var organisation = OrganisationId.of(MillionRows.id(2, 3));
        rows.assertReads(150, () -> queries.list(new Filter(null, null, false), null, 20));
        rows.assertReads(150, () -> queries.list(new Filter(ReceivableStatus.CANCELLED, null, false), null, 20));
        rows.assertReads(150, () -> queries.list(new Filter(null, organisation, false), null, 20));
        rows.assertReads(150, () -> queries.list(new Filter(ReceivableStatus.OPEN, organisation, true), null, 20));
        rows.assertReads(150, () -> queries.list(new Filter(null, null, true), null, 20));
    }

    @Test
    void looksReceivablesUpByKey() {
        rows.assertReads(10, () -> receivables.lockForTranche(TrancheId.of(MillionRows.id(4, 5000))));
        rows.assertReads(10, () -> receivables.lockForAward(GrantId.of(MillionRows.id(1, 2000))));
    }
}
