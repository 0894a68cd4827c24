package hk.itf.disbursement.badinput;

import hk.itf.infra.testkit.http.BadRequest;

/** Makes rows for the tables of bad requests. */
final class Rows {

    private Rows() {}

    /** A body that the operation refuses. */
    static BadRequest<Fixture> invalid(String name, Operation operation, String body, String... pointers) {
        return BadRequest.of(
                operation + ": " + name, fixture -> fixture.request(operation, body), 400, "invalid-request", pointers);
    }

    /** A value that the field refuses. */
    static BadRequest<Fixture> field(String name, Operation operation, String field, String json) {
        return invalid(name, operation, operation.with(field, json), "/" + field);
    }
}
