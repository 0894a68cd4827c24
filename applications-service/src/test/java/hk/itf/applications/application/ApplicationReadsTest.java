package hk.itf.applications.application;

import hk.itf.applications.application.ApplicationQueries.Filter;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Lists and lookups of applications read what they show. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class ApplicationReadsTest {

    @Inject
    MillionRows rows;

    @Inject
    ApplicationQueries queries;

    @Inject
    Applications applications;

    @Inject
    Submissions submissions;

    @Inject
    ApplicationPapers papers;

    @Test
    void listsPageForStaff() {
        reads(actor("secretariat"));
    }

    @Test
    void listsPageForMember() {
        reads(actor("applicant"));
    }

    @Test
    void looksApplicationsUpByKey() {
        var grant = GrantId.of(MillionRows.id(1, 2000));
        rows.assertReads(10, () -> applications.lock(grant));
        rows.assertReads(10, () -> submissions.latest(grant, ""));
        rows.assertReads(10, () -> papers.of(grant));
    }

    private void reads(Actor actor) {
        var organisation = OrganisationId.of(MillionRows.id(2, 7));
        list(actor, new Filter(null, null, null), null);
        list(actor, new Filter(null, ApplicationStatus.OFFERED, null), null);
        list(actor, new Filter(organisation, null, null), null);
        list(actor, new Filter(organisation, ApplicationStatus.ACTIVE, null), null);
        list(actor, new Filter(null, null, "RTH-2026-00"), null);
        list(
                actor,
                new Filter(null, null, "RTH-2026-00"),
                MillionRows.id(1, 500).toString());
        list(actor, new Filter(null, null, "RTH-2026-000007"), null);
    }

    private void list(Actor actor, Filter filter, @Nullable String cursor) {
        rows.assertReads(100, () -> queries.list(filter, cursor, 20, actor));
    }

    private static Actor actor(String role) {
        return new Actor(PersonId.of(MillionRows.id(3, 7)), Set.of(role), Set.of());
    }
}
