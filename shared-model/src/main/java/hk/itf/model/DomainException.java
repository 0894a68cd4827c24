package hk.itf.model;

import java.util.List;

/**
 * A refusal: the request was understood and a rule forbids it. Nothing was stored. The HTTP layer alone turns the refusal
 * into a problem document and renders its text in the caller's language. The slug of the text is the last segment of the
 * problem type and never changes once published.
 */
public final class DomainException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The kind of a refusal. Each kind has one HTTP status. */
    public enum Kind {
        /** The input has the wrong shape (400). */
        INVALID,
        /** There is no such thing, or the caller may not know that there is (404). */
        NOT_FOUND,
        /** The caller is known and may not do this (403). */
        FORBIDDEN,
        /** The caller acted on an older version (412). */
        STALE,
        /** The thing is not in a state that allows this now (409). */
        CONFLICT,
        /** A rule of the scheme or of the fund says no (422). */
        RULE_BROKEN,
        /** A change without the version that the caller has read (428). */
        VERSION_REQUIRED
    }

    private final Kind kind;
    private final transient Wording wording;
    private final transient List<Violation> violations;

    private DomainException(Kind kind, Wording wording, List<Violation> violations) {
        super(wording.toString());
        this.kind = kind;
        this.wording = wording;
        this.violations = List.copyOf(violations);
    }

    /** @param thing which kind of thing is missing; its text is {@code not-found.} and this word */
    public static DomainException notFound(String thing) {
        return new DomainException(Kind.NOT_FOUND, Wording.of("not-found." + thing), List.of());
    }

    public static DomainException stale() {
        return new DomainException(Kind.STALE, Wording.of("stale-version"), List.of());
    }

    public static DomainException versionRequired() {
        return new DomainException(Kind.VERSION_REQUIRED, Wording.of("if-match-required"), List.of());
    }

    public static DomainException broken(String key, NamedValue... values) {
        return new DomainException(Kind.RULE_BROKEN, Wording.of(key, values), List.of());
    }

    /** @param violations which fields break the rule */
    public static DomainException broken(String key, List<Violation> violations, NamedValue... values) {
        return new DomainException(Kind.RULE_BROKEN, Wording.of(key, values), violations);
    }

    public static DomainException forbidden(String key, NamedValue... values) {
        return new DomainException(Kind.FORBIDDEN, Wording.of(key, values), List.of());
    }

    public static DomainException conflict(String key, NamedValue... values) {
        return new DomainException(Kind.CONFLICT, Wording.of(key, values), List.of());
    }

    public static DomainException invalid(String key, List<Violation> violations, NamedValue... values) {
        return new DomainException(Kind.INVALID, Wording.of(key, values), violations);
    }

    /** Fields of a request body that are refused, each on its own. */
    public static DomainException invalidFields(List<Violation> violations) {
        return invalid("invalid-request", violations);
    }

    public Kind kind() {
        return kind;
    }

    public String slug() {
        return wording.slug();
    }

    /** The text of the refusal, among the problem texts. */
    public Wording wording() {
        return wording;
    }

    public List<Violation> violations() {
        return violations;
    }
}
