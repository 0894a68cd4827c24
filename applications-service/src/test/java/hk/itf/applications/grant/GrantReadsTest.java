package hk.itf.applications.grant;

import hk.itf.infra.testkit.MillionRows;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.scheme.tranche.ClaimKind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Lookups of tranches, awaited claims and receivables read the rows of the grant. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class GrantReadsTest {

    @Inject
    MillionRows rows;

    private final GrantId grant = GrantId.of(MillionRows.id(1, 2001));

    @Inject
    GrantTranches tranches;

    @Inject
    AwaitedClaims awaited;

    @Inject
    GrantReceivables receivables;

    @Test
    void looksRowsOfGrantUpByKey() {
        rows.assertReads(10, () -> tranches.of(grant));
        rows.assertReads(10, () -> awaited.of(grant, ClaimKind.REPORT));
        rows.assertReads(10, () -> awaited.reportsOf(grant));
        rows.assertReads(10, () -> receivables.of(grant));
    }

    @Test
    void checksDeadlineByKey() {
        rows.assertReads(
                20, () -> tranches.isPastDeadline(TrancheId.of(MillionRows.id(4, 4001)), LocalDate.of(2026, 12, 1)));
        rows.assertReads(20, () -> awaited.overdueOn(LocalDate.of(2026, 12, 1), MillionRows.id(30, 4001)));
    }
}
