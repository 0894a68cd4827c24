package hk.itf.assessment.badinput;

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
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "assessment"))
class OperationTableTest {

    private static final String[] VETTERS = {"secretariat", "assessor", "decision-authority"};
    private static final String[] VETTERS_AND_AUDITORS = {"secretariat", "assessor", "decision-authority", "auditor"};
    private static final String[] VETTERS_AND_MEMBERS = {
        "secretariat", "assessor", "panel-member", "panel-chair", "decision-authority"
    };
    private static final String[] MEMBERS = {"panel-member", "panel-chair"};
    private static final String[] MEETING_READERS = {"secretariat", "panel-member", "panel-chair", "auditor"};
    private static final String[] OVERSEERS = {"secretariat", "auditor"};

    private static OperationTable table() {
        return new OperationTable()
                .operation("POST", "/queue/next", VETTERS)
                .operation("GET", "/tasks", VETTERS_AND_AUDITORS)
                .operation("GET", "/tasks/{id}", VETTERS_AND_AUDITORS)
                .operation("POST", "/tasks/{id}/heartbeat", VETTERS)
                .operation("POST", "/tasks/{id}/hand-back", VETTERS)
                .operation("POST", "/tasks/{id}/recusal", VETTERS)
                .operation("POST", "/tasks/{id}/reassignment", "secretariat")
                .operation("POST", "/tasks/{id}/clarification", VETTERS)
                .operation("POST", "/tasks/{id}/completeness", VETTERS)
                .operation("POST", "/tasks/{id}/eligibility", VETTERS)
                .operation("POST", "/tasks/{id}/score-sheet", VETTERS)
                .operation("POST", "/tasks/{id}/decision", "decision-authority")
                .operation("POST", "/tasks/{id}/claim-vetting", VETTERS)
                .operation("POST", "/conflicts-of-interest", VETTERS_AND_MEMBERS)
                .operation("GET", "/conflicts-of-interest", VETTERS_AND_MEMBERS)
                .operation("POST", "/panel-meetings", "secretariat")
                .operation("GET", "/panel-meetings", MEETING_READERS)
                .operation("GET", "/panel-meetings/{id}", MEETING_READERS)
                .operation("POST", "/panel-meetings/{id}/cancellation", "secretariat")
                .operation("POST", "/panel-meetings/{id}/agenda", "secretariat")
                .operation("POST", "/panel-meetings/{id}/attendance", "secretariat", "panel-member", "panel-chair")
                .operation("POST", "/panel-meetings/{id}/opening", "panel-chair")
                .operation("POST", "/panel-meetings/{id}/closing", "panel-chair")
                .operation("GET", "/agenda-items/{id}", MEETING_READERS)
                .operation("POST", "/agenda-items/{id}/removal", "secretariat")
                .operation("POST", "/agenda-items/{id}/independence", MEMBERS)
                .operation("POST", "/agenda-items/{id}/interest", MEMBERS)
                .operation("POST", "/agenda-items/{id}/call", "panel-chair")
                .operation("POST", "/agenda-items/{id}/vote", MEMBERS)
                .operation("POST", "/agenda-items/{id}/closing", "panel-chair")
                .operation("POST", "/agenda-items/{id}/adjournment", "secretariat", "panel-chair")
                .operation("GET", "/cases", OVERSEERS)
                .operation("GET", "/cases/{id}", OVERSEERS)
                .operation("GET", "/cases/{id}/score-sheets", VETTERS_AND_AUDITORS)
                .operation("GET", "/workload", OVERSEERS)
                .operation("GET", "/overdue-clarifications", OVERSEERS)
                .operation("POST", "/overdue-clarifications/{case}/reminders", "secretariat")
                .operation("GET", "/grants/{grant}/timeline", OVERSEERS);
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
        table().verifyKeysAreRequired();
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
