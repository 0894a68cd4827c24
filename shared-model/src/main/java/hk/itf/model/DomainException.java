package hk.itf.model;

import java.util.List;

/**
 * A refusal: the request was understood and a rule says no. Nothing was stored. The HTTP layer alone turns it into a
 * problem document; {@code slug} is the last segment of the problem type and never changes once published.
 */
public final class DomainException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of refusal this is; each kind has one HTTP status. */
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
        RULE_BROKEN
    }

    private final Kind kind;
    private final String slug;
    private final transient List<Violation> violations;

    public DomainException(Kind kind, String slug, String detail, List<Violation> violations) {
        super(detail);
        this.kind = kind;
        this.slug = slug;
        this.violations = List.copyOf(violations);
    }

    public DomainException(Kind kind, String slug, String detail) {
        this(kind, slug, detail, List.of());
    }

    public static DomainException notFound(String what) {
        return new DomainException(Kind.NOT_FOUND, "not-found", "There is no such " + what + ".");
    }

    public static DomainException stale() {
        return new DomainException(
                Kind.STALE, "stale-version", "It has changed since you read it. Read it again and decide anew.");
    }

    public static DomainException broken(String slug, String detail) {
        return new DomainException(Kind.RULE_BROKEN, slug, detail);
    }

    /** @param violations which fields break the rule */
    public static DomainException broken(String slug, String detail, List<Violation> violations) {
        return new DomainException(Kind.RULE_BROKEN, slug, detail, violations);
    }

    public static DomainException forbidden(String slug, String detail) {
        return new DomainException(Kind.FORBIDDEN, slug, detail);
    }

    public static DomainException conflict(String slug, String detail) {
        return new DomainException(Kind.CONFLICT, slug, detail);
    }

    public static DomainException invalid(String slug, String detail, List<Violation> violations) {
        return new DomainException(Kind.INVALID, slug, detail, violations);
    }

    /** Fields of a request body that are not what they must be, each on its own. */
    public static DomainException invalidFields(List<Violation> violations) {
        return invalid("invalid-request", "Some fields are not as they must be.", violations);
    }

    public Kind kind() {
        return kind;
    }

    public String slug() {
        return slug;
    }

    public List<Violation> violations() {
        return violations;
    }
}
