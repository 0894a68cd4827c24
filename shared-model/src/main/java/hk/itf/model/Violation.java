package hk.itf.model;

/**
 * One fault of an input. The text of the fault is rendered by the HTTP layer; it never repeats the faulty value.
 *
 * @param pointer JSON Pointer (RFC 6901) to the faulty field of the request body; empty for the body as a whole
 * @param code stable word for the fault, such as {@code required} or {@code not-a-date}
 * @param wording the text of the fault, among the field texts
 */
public record Violation(String pointer, String code, Wording wording) {

    /** A fault whose code is the slug of its text. */
    public static Violation of(String pointer, String key, NamedValue... values) {
        var wording = Wording.of(key, values);
        return new Violation(pointer, wording.slug(), wording);
    }

    public static Violation required(String pointer) {
        return of(pointer, "required");
    }
}
