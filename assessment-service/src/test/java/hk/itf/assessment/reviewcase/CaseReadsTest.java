package hk.itf.assessment.reviewcase;

import hk.itf.infra.testkit.MillionRows;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.event.Subject;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.ReviewCaseId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lists and lookups of review cases read what they show. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "assessment"))
class CaseReadsTest {

    @Inject
    MillionRows rows;

    @Inject
    ReviewCaseQueries queries;

    @Inject
    ReviewCases cases;

    @Test
    void listsPageForEachFilter() {
        var status = Optional.of(ReviewCaseStatus.CLARIFYING);
        var stage = Optional.of(Stage.ELIGIBILITY);
        rows.assertReads(100, () -> queries.list(Optional.empty(), Optional.empty(), false, Optional.empty(), 20));
        rows.assertReads(100, () -> queries.list(status, Optional.empty(), false, Optional.empty(), 20));
        rows.assertReads(100, () -> queries.list(Optional.empty(), stage, false, Optional.empty(), 20));
        rows.assertReads(300, () -> queries.list(status, stage, false, Optional.empty(), 20));
    }

    /** The list looks at the unclosed cases, here 1,100. */
    @Test
    void listsOverdueCasesAmongUnclosed() {
        rows.assertReads(2_500, () -> queries.list(Optional.empty(), Optional.empty(), true, Optional.empty(), 20));
    }

    @Test
    void looksCasesUpByKey() {
        rows.assertReads(10, () -> queries.get(ReviewCaseId.of(MillionRows.id(20, 2000))));
        rows.assertReads(10, () -> cases.lock(ReviewCaseId.of(MillionRows.id(20, 2000))));
        rows.assertReads(10, () -> cases.ofApplication(GrantId.of(MillionRows.id(1, 2000))));
        rows.assertReads(10, () -> cases.lockIfPresent(new Subject(Subject.Kind.CLAIM, MillionRows.id(1, 2000))));
        rows.assertReads(10, () -> cases.unclosedOf(GrantId.of(MillionRows.id(1, 2000))));
    }

    @Test
    void findsUnclosedCasesOfParty() {
        rows.assertReads(20, () -> cases.unclosedWith(OrganisationId.of(MillionRows.id(2, 2001))));
    }
}
