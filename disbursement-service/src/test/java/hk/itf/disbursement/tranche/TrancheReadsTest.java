package hk.itf.disbursement.tranche;

import hk.itf.infra.testkit.MillionRows;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.scheme.tranche.Gate;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lists and lookups of tranches read what they show. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class TrancheReadsTest {

    @Inject
    MillionRows rows;

    @Inject
    TrancheQueries queries;

    @Inject
    Tranches tranches;

    @Inject
    Gates gates;

    @Test
    void listsPageOfTranches() {
        rows.assertReads(500, () -> queries.list(null, null, 20));
        rows.assertReads(500, () -> queries.list(TrancheStatus.PREPARED, null, 20));
    }

    @Test
    void looksTranchesUpByKey() {
        rows.assertReads(60, () -> queries.of(grant(2000)));
        rows.assertReads(10, () -> tranches.lockAllOf(grant(2000)));
        rows.assertReads(20, () -> tranches.preparedFor(OrganisationId.of(MillionRows.id(2, 3))));
    }

    @Test
    void meetsGatesByKey() {
        rows.assertReads(40, () -> gates.meet(tranche(5000), List.of(Gate.CLAIM_ACCEPTED), Instant.EPOCH));
        rows.assertReads(40, () -> gates.meetOnAll(grant(2000), Gate.CLAIM_ACCEPTED, Instant.EPOCH));
        rows.assertReads(40, () -> gates.add(tranche(30_000), Set.of(Gate.CLAIM_ACCEPTED)));
    }

    /** None of the 190 due tranches of the sample can be prepared, and each is looked at. */
    @Test
    void readsDueTranchesForPaymentRun() {
        rows.assertReads(1_500, () -> tranches.payable(Instant.now(), 100));
    }

    private static TrancheId tranche(int number) {
        return TrancheId.of(MillionRows.id(4, number));
    }

    private static GrantId grant(int number) {
        return GrantId.of(MillionRows.id(1, number));
    }
}
