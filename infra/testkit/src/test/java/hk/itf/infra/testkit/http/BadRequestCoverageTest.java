package hk.itf.infra.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class BadRequestCoverageTest {

    private static final List<DocumentedOperation> OPERATIONS = DocumentedOperation.parse("""
            {"paths": {
              "/books": {"get": {"parameters": [{"in": "query", "name": "genre"}, {"in": "query", "name": "size"}]},
                         "post": {"requestBody": {"content": {"application/json": {}}}}},
              "/books/{id}": {"get": {"responses": {"200": {"content": {"application/json": {}}}}},
                              "put": {"parameters": [{"in": "header", "name": "If-Match"}],
                                      "requestBody": {"content": {"application/json": {}}}}},
              "/operations/intake/{topic}/pause": {"put": {"requestBody": {"content": {"application/json": {}}}}}
            }}
            """);

    private static final BadRequest<String> BAD_QUERY =
            row(RawRequest.of("GET", "/books?genre=POETRY"), 400, "invalid-parameter", "");
    private static final BadRequest<String> BAD_BOOK =
            row(RawRequest.of("POST", "/books"), 400, "invalid-request", "/title");
    private static final BadRequest<String> BAD_CHANGE =
            row(RawRequest.of("PUT", "/books/7"), 400, "invalid-request", "/title");
    private static final BadRequest<String> NO_VERSION =
            row(RawRequest.of("PUT", "/books/7"), 428, "if-match-required");

    @Test
    void acceptsTableWithRowsForEveryOperation() {
        assertThatCode(() -> verify(List.of(BAD_QUERY, BAD_BOOK, BAD_CHANGE, NO_VERSION)))
                .doesNotThrowAnyException();
    }

    @Test
    void findsMissingParameter() {
        verifyMissing("GET /books with a bad parameter", List.of(BAD_BOOK, BAD_CHANGE, NO_VERSION));
    }

    @Test
    void findsMissingField() {
        verifyMissing("POST /books with a bad field", List.of(BAD_QUERY, BAD_CHANGE, NO_VERSION));
    }

    @Test
    void findsMissingVersion() {
        verifyMissing("PUT /books/{id} without If-Match", List.of(BAD_QUERY, BAD_BOOK, BAD_CHANGE));
    }

    @Test
    void countsRowsWithoutFieldAsMissing() {
        var malformed = row(RawRequest.of("POST", "/books"), 400, "malformed-json", "");
        verifyMissing("POST /books with a bad field", List.of(BAD_QUERY, malformed, BAD_CHANGE, NO_VERSION));
    }

    @Test
    void distinguishesPathsOfDifferentLength() {
        var deeper = row(RawRequest.of("POST", "/books/7"), 400, "invalid-request", "/title");
        verifyMissing("POST /books with a bad field", List.of(BAD_QUERY, deeper, BAD_CHANGE, NO_VERSION));
    }

    @Test
    void readsOperationsOfDocument() {
        assertThat(OPERATIONS).hasSize(5);
        assertThat(OPERATIONS.getFirst().hasOwnParameters()).isTrue();
        assertThat(OPERATIONS.get(2).repliesJson()).isTrue();
        assertThat(OPERATIONS.getLast().isOfPlatform()).isTrue();
    }

    private static void verifyMissing(String missing, List<BadRequest<String>> rows) {
        assertThatThrownBy(() -> verify(rows))
                .isInstanceOf(AssertionError.class)
                .hasMessageEndingWith("[" + missing + "]");
    }

    private static void verify(List<BadRequest<String>> rows) {
        BadRequestCoverage.verify(OPERATIONS, rows, "no data");
    }

    private static BadRequest<String> row(RawRequest request, int status, String slug, String... pointers) {
        return BadRequest.of(request.target(), data -> request, status, slug, pointers);
    }
}
