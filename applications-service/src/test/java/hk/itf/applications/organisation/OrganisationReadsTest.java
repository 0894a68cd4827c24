package hk.itf.applications.organisation;

import hk.itf.infra.testkit.MillionRows;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Lookups of organisations read the organisations of the person. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class OrganisationReadsTest {

    @Inject
    MillionRows rows;

    @Inject
    OrganisationQueries queries;

    @Inject
    Organisations organisations;

    @Test
    void looksOrganisationsUpByKey() {
        rows.assertReads(20, () -> queries.mine(PersonId.of(MillionRows.id(3, 7))));
        rows.assertReads(
                10,
                () -> organisations.roleOf(OrganisationId.of(MillionRows.id(2, 7)), PersonId.of(MillionRows.id(3, 7))));
    }
}
