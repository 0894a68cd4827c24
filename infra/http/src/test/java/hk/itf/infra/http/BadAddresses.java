package hk.itf.infra.http;

import hk.itf.infra.testkit.http.BadRequest;
import java.util.stream.Stream;

/** Unknown paths, methods and ids; malformed parameters. */
final class BadAddresses {

    private BadAddresses() {}

    static Stream<BadRequest<Owner>> rows() {
        return Stream.of(paths(), methods(), ids(), pages(), parameters()).flatMap(each -> each);
    }

    private static Stream<BadRequest<Owner>> paths() {
        return Stream.concat(
                Stream.of(
                                "/colours",
                                "/",
                                "/books/mine/x",
                                "/q/health",
                                "/q/metrics",
                                "/q/openapi",
                                "/books/../../etc/passwd")
                        .map(path -> BadRequest.<Owner>of("GET " + path, owner -> owner.get(path), 404, "not-found")),
                Stream.of(BadRequest.of(
                        "a path of 5,000 characters",
                        owner -> owner.get("/books/" + "x".repeat(5000)),
                        414,
                        "uri-too-long")));
    }

    private static Stream<BadRequest<Owner>> methods() {
        return Stream.of("DELETE", "PATCH", "TRACE", "BREW", "PUT")
                .map(method -> BadRequest.of(
                        method + " on a list", owner -> owner.raw(method, "/books"), 405, "method-not-allowed"));
    }

    private static Stream<BadRequest<Owner>> ids() {
        return Stream.of(Owner.ABSENT, "garbage", "1-1-1-1-1", Owner.ABSENT + "0", "%00", "null")
                .map(id -> BadRequest.of("the id " + id, owner -> owner.get("/books/" + id), 404, "not-found"));
    }

    private static Stream<BadRequest<Owner>> pages() {
        return Stream.of(
                        "size=0",
                        "size=-1",
                        "size=101",
                        "cursor=garbage",
                        "cursor=%27%20or%201%3D1%20--",
                        "cursor=%00",
                        "cursor=%FF")
                .map(query -> BadRequest.of(query, owner -> owner.get("/books?" + query), 400, "invalid-page", ""));
    }

    private static Stream<BadRequest<Owner>> parameters() {
        var converted = Stream.of(
                        "/books?size=2147483648",
                        "/books?size=many",
                        "/books?size=1.5",
                        "/books?genre=POETRY",
                        "/books?genre=novel",
                        "/books?genre=0",
                        "/books/found?lent=perhaps",
                        "/books/found?lent=1",
                        "/books/found?lent=TRUE",
                        "/books/found?publisher=garbage",
                        "/books/found?publisher=%00")
                .map(path -> BadRequest.<Owner>of(path, owner -> owner.get(path), 400, "invalid-parameter", ""));
        var constrained = Stream.of("x".repeat(41), "%00", "%FF")
                .map(text -> BadRequest.<Owner>of(
                        "the text " + text,
                        owner -> owner.get("/books/found?text=" + text),
                        400,
                        "invalid-request",
                        ""));
        var upload = Stream.of(BadRequest.<Owner>of(
                "an upload without a name",
                owner -> owner.post("/books/" + owner.book() + "/papers?title=page.pdf")
                        .replacing("Content-Type", "application/pdf")
                        .body("%PDF-"),
                400,
                "invalid-request",
                ""));
        return Stream.of(converted, constrained, upload).flatMap(each -> each);
    }
}
