package hk.itf.disbursement.badinput;

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
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class OperationTableTest {

    private static final String[] FINANCE = {"finance-preparer", "finance-releaser", "fund-controller", "auditor"};
    private static final String[] HOLDERS = {"finance-releaser", "fund-controller"};

    private static final OperationTable TABLE = new OperationTable()
            .pathParameter("number", "1")
            .pathParameter("position", "1")
            .operation("GET", "/awards", FINANCE)
            .operation("GET", "/awards/{grant}", FINANCE)
            .operation("GET", "/books", FINANCE)
            .operation("GET", "/coherence", FINANCE)
            .operation("GET", "/debtors", FINANCE)
            .operation("GET", "/duty-conflicts", FINANCE)
            .operation("GET", "/duty-conflicts/{id}", FINANCE)
            .operation("POST", "/duty-conflicts/{id}/confirmation", "fund-controller")
            .operation("GET", "/envelopes", FINANCE)
            .operation("POST", "/envelopes", "fund-controller")
            .operation("GET", "/envelopes/{id}", FINANCE)
            .operation("POST", "/envelopes/{id}/carry-overs", "fund-controller")
            .operation("POST", "/envelopes/{id}/carry-overs/{carryOver}/confirmation", "fund-controller")
            .operation("POST", "/envelopes/{id}/carry-overs/{carryOver}/withdrawal", "fund-controller")
            .operation("POST", "/envelopes/{id}/top-ups", "fund-controller")
            .operation("POST", "/envelopes/{id}/top-ups/{topUp}/confirmation", "fund-controller")
            .operation("POST", "/envelopes/{id}/top-ups/{topUp}/withdrawal", "fund-controller")
            .operation("GET", "/grants/{grant}/timeline", "auditor", "fund-controller")
            .operation("GET", "/holds", FINANCE)
            .operation("POST", "/holds", HOLDERS)
            .operation("POST", "/holds/{id}/lifting", HOLDERS)
            .operation("GET", "/organisations/{organisation}/payees", "applicant", "payee-verifier", "auditor")
            .operation("POST", "/organisations/{organisation}/payees", "applicant")
            .operation("POST", "/organisations/{organisation}/payees/{number}/verification", "payee-verifier")
            .operation("GET", "/payment-runs", FINANCE)
            .operation("POST", "/payment-runs", "finance-preparer")
            .operation("GET", "/payment-runs/{id}", FINANCE)
            .operation("PUT", "/payment-runs/{id}/preparation", "finance-preparer")
            .operation("PUT", "/payment-runs/{id}/release", "finance-releaser")
            .operation("GET", "/payments/attempts", FINANCE)
            .operation("GET", "/payments/parked", FINANCE)
            .operation("POST", "/payments/parked/{position}/retrial", "fund-controller")
            .operation("GET", "/receivables", FINANCE)
            .operation("GET", "/receivables/{id}", FINANCE)
            .operation("POST", "/receivables/{id}/cash", "finance-preparer")
            .operation("POST", "/receivables/{id}/cash/{cash}/confirmation", "finance-releaser")
            .operation("POST", "/receivables/{id}/cash/{cash}/withdrawal", "finance-preparer", "fund-controller")
            .operation("POST", "/receivables/{id}/set-off", "finance-preparer")
            .operation("POST", "/receivables/{id}/set-off/{setOff}/confirmation", "finance-releaser")
            .operation("POST", "/receivables/{id}/set-off/{setOff}/withdrawal", "finance-preparer", "fund-controller")
            .operation("GET", "/tranches", FINANCE)
            .operation("GET", "/tranches/{id}", FINANCE)
            .operation("GET", "/tranches/{id}/attempts", FINANCE)
            .operation("POST", "/tranches/{id}/preparation", "finance-preparer")
            .operation("POST", "/tranches/{id}/release", "finance-releaser")
            .operation("POST", "/tranches/{id}/return", "finance-preparer", "finance-releaser");

    @TestHTTPResource(value = "/openapi?format=json", management = true)
    URI openApi;

    @Test
    void hasRowForEveryOperation() {
        TABLE.verifyRowForEvery(operations());
    }

    @Test
    void refusesOtherRoles() {
        verifyNothingStored(() -> TABLE.verifyOtherRolesAreRefused());
    }

    @Test
    void letsNamedRolesPass() {
        verifyNothingStored(() -> TABLE.verifyNamedRolesPass());
    }

    @Test
    void needsHeadersOfCreationsAndChanges() {
        TABLE.verifyKeysAreRequired();
        TABLE.verifyVersionsAreRequired(operations());
    }

    @Test
    void checksPagesAndReplyTypes() {
        TABLE.verifyPagesAreChecked(operations());
        TABLE.verifyReplyTypesAreChecked(operations());
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
