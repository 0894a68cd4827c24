package hk.itf.model;

/**
 * One fault of an input.
 *
 * @param pointer JSON Pointer (RFC 6901) to the faulty field of the request body; empty for the body as a whole
 * @param code stable word for the fault, such as {@code required} or {@code not-a-date}
 * @param detail a plain sentence; it never repeats the faulty value
 */
public record Violation(String pointer, String code, String detail) {

    public static Violation required(String pointer) {
        return new Violation(pointer, "required", "This is required.");
    }
}
