package hk.itf.assessment.conflict;

import hk.itf.infra.http.Actor;
import hk.itf.infra.testkit.MillionRows;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lookups of conflicts of interest read the rows of the person. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "assessment"))
class ConflictReadsTest {

    @Inject
    MillionRows rows;

    @Inject
    ConflictsOfInterest conflicts;

    @Test
    void looksConflictsUpByKey() {
        var actor = new Actor(PersonId.of(MillionRows.id(3, 2000)), Set.of(), Set.of());
        var parties = List.of(OrganisationId.of(MillionRows.id(2, 7)), OrganisationId.of(MillionRows.id(2, 8)));
        rows.assertReads(10, () -> conflicts.requireNone(actor, GrantId.of(MillionRows.id(1, 1)), parties));
        rows.assertReads(10, () -> conflicts.of(actor.person()));
    }
}
