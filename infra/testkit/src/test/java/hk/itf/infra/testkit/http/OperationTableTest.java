package hk.itf.infra.testkit.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OperationTableTest {

    private static final List<DocumentedOperation> OPERATIONS = DocumentedOperation.parse(
            "{\"paths\": {\"/books\": {\"get\": {}, \"post\": {}}, \"/operations/epoch\": {\"post\": {}}}}");

    @Test
    void acceptsRowForEveryOperation() {
        var table =
                new OperationTable().operation("POST", "/books", "applicant").openOperation("GET", "/books");
        assertThatCode(() -> table.verifyRowForEvery(OPERATIONS)).doesNotThrowAnyException();
    }

    @Test
    void findsOperationWithoutRow() {
        var table = new OperationTable().openOperation("GET", "/books");
        assertThatThrownBy(() -> table.verifyRowForEvery(OPERATIONS))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("POST /books");
    }

    @Test
    void findsRowWithoutOperation() {
        var table = new OperationTable()
                .operation("POST", "/books", "applicant")
                .openOperation("GET", "/books")
                .operation("DELETE", "/books", "applicant");
        assertThatThrownBy(() -> table.verifyRowForEvery(OPERATIONS))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("DELETE /books");
    }

    @Test
    void refusesUnknownRole() {
        assertThatThrownBy(() -> new OperationTable().operation("GET", "/books", "clerk"))
                .isInstanceOf(AssertionError.class);
    }
}
