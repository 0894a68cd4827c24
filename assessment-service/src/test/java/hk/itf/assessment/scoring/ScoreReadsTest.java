package hk.itf.assessment.scoring;

import hk.itf.assessment.reviewcase.Stage;
import hk.itf.infra.testkit.MillionRows;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.id.ReviewCaseId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Lookups of score sheets read the sheets of the case. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "assessment"))
class ScoreReadsTest {

    @Inject
    MillionRows rows;

    @Inject
    ScoreSheets sheets;

    @Test
    void looksSheetsUpByKey() {
        var reviewCase = ReviewCaseId.of(MillionRows.id(20, 1000));
        rows.assertReads(20, () -> sheets.tally(reviewCase, 1, Stage.TECHNICAL_REVIEW));
        rows.assertReads(20, () -> sheets.voidOlderThan(reviewCase, 1, Instant.EPOCH));
    }
}
