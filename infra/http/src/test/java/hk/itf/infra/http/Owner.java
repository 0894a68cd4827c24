package hk.itf.infra.http;

import static io.restassured.RestAssured.given;

import hk.itf.infra.testkit.Tokens;
import hk.itf.infra.testkit.http.RawRequest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/**
 * A person with a book. Makes requests for the tests.
 *
 * @param book the id of the book
 */
public record Owner(String token, String book) {

    public static final String ABSENT = "019aa8c6-95a4-7c3e-8f8d-2f1b7e0c4d11";
    public static final String GOOD_BOOK = "{\"title\":\"A dream\",\"genre\":\"NOVEL\"}";

    /** A new person with one unsold book in its first version. */
    public static Owner create() {
        var newcomer = new Owner(Tokens.of("owner " + UUID.randomUUID(), "applicant"), ABSENT);
        return new Owner(newcomer.token(), newcomer.creates(GOOD_BOOK).path("id"));
    }

    public Response creates(String json) {
        return creates(UUID.randomUUID().toString(), json);
    }

    public Response creates(String key, String json) {
        return asks().header("Idempotency-Key", key).body(json).post("/books");
    }

    public RequestSpecification asks() {
        return given().auth().oauth2(token).contentType("application/json");
    }

    /** A raw request with the token only. */
    public RawRequest raw(String method, String path) {
        return RawRequest.of(method, path).with("Authorization", "Bearer " + token);
    }

    public RawRequest get(String path) {
        return raw("GET", path);
    }

    /** A raw request with a new key and the media type of JSON. */
    public RawRequest post(String path) {
        return raw("POST", path)
                .with("Content-Type", "application/json")
                .with("Idempotency-Key", UUID.randomUUID().toString());
    }

    public RawRequest newBook(String json) {
        return post("/books").body(json);
    }

    /** A new book with one more field. */
    public RawRequest newBookWith(String field, String json) {
        return newBook(GOOD_BOOK.replaceFirst(
                "}$",
                ",\"" + field.replace("\\", "\\\\") + "\":"
                        + json.replace("\\", "\\\\").replace("$", "\\$") + "}"));
    }

    public RawRequest renaming() {
        return raw("PUT", "/books/" + book)
                .with("Content-Type", "application/json")
                .with("If-Match", "\"0\"")
                .body("{\"title\":\"Another dream\"}");
    }

    public RawRequest sale() {
        return post("/books/" + book + "/sale").with("If-Match", "\"0\"");
    }

    public RawRequest scan(byte[] content) {
        return post("/books/" + book + "/papers?name=page.pdf")
                .replacing("Content-Type", "application/pdf")
                .body(content);
    }
}
