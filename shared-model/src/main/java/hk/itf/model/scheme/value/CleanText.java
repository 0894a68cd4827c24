package hk.itf.model.scheme.value;

/**
 * Checks that a text has only characters that can be stored and shown. Line breaks and tabs are the only permitted
 * control characters. PostgreSQL refuses lone surrogates, and bidirectional overrides make a text look like another.
 */
public final class CleanText {

    public static final String RULE =
            "This must not contain control characters, lone surrogates or direction overrides.";

    private CleanText() {}

    public static boolean isClean(String text) {
        return text.codePoints().allMatch(CleanText::isAllowed);
    }

    private static boolean isAllowed(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
            case Character.SURROGATE, Character.UNASSIGNED -> false;
            // Private-use code points are allowed: some characters of the Hong Kong set HKSCS still have no other.
            default -> !isDirectionOverride(codePoint);
        };
    }

    private static boolean isDirectionOverride(int codePoint) {
        return (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }
}
