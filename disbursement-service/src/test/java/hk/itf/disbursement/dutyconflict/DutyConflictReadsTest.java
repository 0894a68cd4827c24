package hk.itf.disbursement.dutyconflict;

import hk.itf.infra.duty.GrantDuties;
import hk.itf.infra.testkit.MillionRows;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Lists and lookups of duty conflicts read what they show. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class DutyConflictReadsTest {

    @Inject
    MillionRows rows;

    @Inject
    DutyConflictQueries queries;

    @Inject
    DutyConflicts conflicts;

    @Inject
    GrantDuties duties;

    @Test
    void listsPageOfConflicts() {
        rows.assertReads(300, () -> queries.list(null, null, null, 20));
        rows.assertReads(300, () -> queries.list(null, DutyConflictStatus.CONFIRMED, null, 20));
        rows.assertReads(300, () -> queries.list(grant(2000), null, null, 20));
        rows.assertReads(300, () -> queries.list(grant(2000), DutyConflictStatus.OPEN, null, 20));
    }

    @Test
    void looksConflictsUpByKey() {
        rows.assertReads(10, () -> conflicts.lockOpenOf(grant(2000)));
        rows.assertReads(10, () -> conflicts.requireUninvolved(grant(2000), PersonId.of(MillionRows.id(3, 50))));
        rows.assertReads(10, () -> duties.inConflict(grant(2000)));
    }

    private static GrantId grant(int number) {
        return GrantId.of(MillionRows.id(1, number));
    }
}
