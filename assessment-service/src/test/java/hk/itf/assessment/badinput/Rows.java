package hk.itf.assessment.badinput;

import hk.itf.infra.testkit.http.BadRequest;

/** Makes rows for the tables of bad requests. */
final class Rows {

    private Rows() {}

    /** A body with fields that the operation refuses. */
    static BadRequest<Fixture> invalid(String name, Operation operation, String body, String... pointers) {
        return BadRequest.of(
                operation + ": " + name, fixture -> fixture.request(operation, body), 400, "invalid-request", pointers);
    }
}
