package hk.itf.applications.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.testkit.DatabaseDigest;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.http.DocumentedOperation;
import hk.itf.infra.testkit.http.OperationTable;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The operations of this service with their roles. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class OperationTableTest {

    private static final String[] READERS = {"applicant", "secretariat", "auditor"};
    private static final String[] ENDERS = {"applicant", "secretariat"};
    private static final String[] PAPER_READERS = {
        "applicant", "auditor", "secretariat", "assessor", "decision-authority"
    };

    private static OperationTable table() {
        return new OperationTable()
                .pathParameter("scheme", "rth")
                .pathParameter("register", "nittp-course")
                .pathParameter("version", "1")
                .openOperation("GET", "/schemes")
                .openOperation("GET", "/schemes/{scheme}")
                .openOperation("GET", "/schemes/{scheme}/versions/{version}")
                .openOperation("POST", "/schemes/{scheme}/estimates")
                .openOperation("GET", "/schemes/{scheme}/calls")
                .openOperation("GET", "/registers/{register}")
                .operation("POST", "/schemes/{scheme}/calls", "scheme-admin")
                .operation("GET", "/organisations", "applicant")
                .operation("POST", "/organisations", "applicant")
                .operation("GET", "/organisations/{id}", "applicant")
                .operation("POST", "/organisations/{id}/members", "applicant")
                .operation("GET", "/notices", "applicant")
                .operation("POST", "/applications", "applicant")
                .operation("GET", "/applications", READERS)
                .operation("GET", "/applications/{id}", READERS)
                .operation("PUT", "/applications/{id}/answers", "applicant")
                .operation("POST", "/applications/{id}/submission", "applicant")
                .operation("GET", "/applications/{id}/receipt", READERS)
                .operation("POST", "/applications/{id}/withdrawal", "applicant")
                .operation("POST", "/applications/{id}/acceptance", "applicant")
                .operation("GET", "/applications/{id}/history", READERS)
                .operation("GET", "/applications/{application}/claims", "applicant")
                .operation("POST", "/applications/{application}/claims", "applicant")
                .operation("GET", "/applications/{application}/claims/{claim}", "applicant")
                .operation("PUT", "/applications/{application}/claims/{claim}", "applicant")
                .operation("POST", "/applications/{application}/claims/{claim}/papers", "applicant")
                .operation("DELETE", "/applications/{application}/claims/{claim}/papers/{paper}", "applicant")
                .operation("POST", "/applications/{application}/claims/{claim}/submission", "applicant")
                .operation("POST", "/applications/{application}/claims/{claim}/withdrawal", "applicant")
                .operation("GET", "/applications/{application}/reports", READERS)
                .operation("GET", "/applications/{application}/amendments", ENDERS)
                .operation("POST", "/applications/{application}/amendments", ENDERS)
                .operation("GET", "/applications/{application}/amendments/{amendment}", ENDERS)
                .operation("PUT", "/applications/{application}/amendments/{amendment}", ENDERS)
                .operation("POST", "/applications/{application}/amendments/{amendment}/submission", ENDERS)
                .operation("POST", "/applications/{application}/amendments/{amendment}/withdrawal", ENDERS)
                .operation("POST", "/applications/{application}/papers", "applicant")
                .operation("GET", "/applications/{application}/papers", PAPER_READERS)
                .operation("GET", "/applications/{application}/papers/{paper}", PAPER_READERS)
                .operation(
                        "GET",
                        "/applications/{application}/answers-for-review",
                        "secretariat",
                        "assessor",
                        "decision-authority");
    }

    @TestHTTPResource(value = "/openapi?format=json", management = true)
    URI openApi;

    @Test
    void hasRowForEveryOperation() {
        table().verifyRowForEvery(operations());
    }

    @Test
    void refusesOtherRoles() {
        verifyNothingStored(() -> table().verifyOtherRolesAreRefused());
    }

    @Test
    void letsNamedRolesPass() {
        verifyNothingStored(() -> table().verifyNamedRolesPass());
    }

    @Test
    void needsHeadersOfCreationsAndChanges() {
        table().verifyKeysAreRequired("/schemes/{scheme}/estimates");
        table().verifyVersionsAreRequired(operations());
    }

    @Test
    void checksPagesAndReplyTypes() {
        table().verifyPagesAreChecked(operations());
        table().verifyReplyTypesAreChecked(operations());
    }

    private List<DocumentedOperation> operations() {
        return DocumentedOperation.readFrom(openApi);
    }

    private static void verifyNothingStored(Runnable requests) {
        var before = DatabaseDigest.settled();
        requests.run();
        assertThat(DatabaseDigest.now().changedSince(before)).isEmpty();
    }
}
