package hk.itf.disbursement.award;

import hk.itf.infra.testkit.MillionRows;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.id.EnvelopeId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists and lookups of awards read what they show. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class AwardReadsTest {

    @Inject
    MillionRows rows;

    @Inject
    AwardQueries queries;

    @Inject
    Awards awards;

    @Inject
    AwardVersions versions;

    @Test
    void listsPageOfAwards() {
        rows.assertReads(100, () -> queries.list(null, null, 20));
        rows.assertReads(100, () -> queries.list(AwardStatus.COMMITTED, null, 20));
        rows.assertReads(100, () -> queries.list(AwardStatus.VOIDED, null, 20));
    }

    @Test
    void looksAwardUpByKey() {
        rows.assertReads(20, () -> queries.get(grant(2000)));
        rows.assertReads(20, () -> awards.lockAll(List.of(grant(2000), grant(1999))));
        rows.assertReads(20, () -> awards.mayHaveNextStage(grant(2000), LocalDate.EPOCH));
        rows.assertReads(20, () -> versions.newest(grant(2000)));
        rows.assertReads(20, () -> versions.inForce(grant(2001)));
    }

    @Test
    void readsNextAwardsOfQueue() {
        rows.assertReads(25, () -> awards.waitingIn(EnvelopeId.of(MillionRows.id(7, 6)), 0, 20));
    }

    @Test
    void readsDebtOfOrganisation() {
        rows.assertReads(
                20, () -> awards.hasOverdueDebt(OrganisationId.of(MillionRows.id(2, 3)), LocalDate.of(2026, 12, 1)));
    }

    private static GrantId grant(int number) {
        return GrantId.of(MillionRows.id(1, number));
    }
}
