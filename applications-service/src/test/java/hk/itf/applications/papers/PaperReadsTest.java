package hk.itf.applications.papers;

import hk.itf.infra.testkit.MillionRows;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.ReviewTaskId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Lookups of papers read the papers of the grant. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class PaperReadsTest {

    @Inject
    MillionRows rows;

    @Inject
    Papers papers;

    @Test
    void looksPapersUpByKey() {
        rows.assertReads(10, () -> papers.of(GrantId.of(MillionRows.id(1, 2000))));
        rows.assertReads(10, () -> papers.access(ReviewTaskId.of(MillionRows.id(34, 2000))));
    }
}
