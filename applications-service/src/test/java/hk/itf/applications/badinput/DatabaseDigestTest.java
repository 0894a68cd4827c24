package hk.itf.applications.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.applications.Applicant;
import hk.itf.infra.testkit.DatabaseDigest;
import hk.itf.infra.testkit.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The tables of bad requests rely on {@link DatabaseDigest} to notice every stored row. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class DatabaseDigestTest {

    private final Applicant ada = Applicant.somebody();

    @Test
    void noticesStoredRowsOnly() {
        var before = DatabaseDigest.settled();
        var organisation = ada.registerOrganisation();
        assertThat(DatabaseDigest.now().changedSince(before)).contains("organisation", "organisation_member");

        var after = DatabaseDigest.settled();
        ada.request().get("/organisations/" + organisation).then().statusCode(200);
        assertThat(DatabaseDigest.now().changedSince(after)).isEmpty();
        ada.draft(organisation, Map.of()).then().statusCode(201);
        assertThat(DatabaseDigest.now().changedSince(after)).contains("application", "timeline");
    }
}
