package hk.itf.model.scheme.value;

/**
 * Text that may be stored and shown: no control characters but line breaks and tabs, no lone surrogates (PostgreSQL and
 * JSON refuse them later and less politely), no bidirectional overrides (they make text read as what it is not).
 */
public final class CleanText {

    public static final String RULE =
            "This must not contain control characters, lone surrogates or direction overrides.";

    private CleanText() {}

    public static boolean isClean(String text) {
        return text.codePoints().allMatch(CleanText::allowed);
    }

    private static boolean allowed(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
            case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE ->
                Character.getType(codePoint) == Character.PRIVATE_USE; // HKSCS characters still live in private use
            default -> !((codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069));
        };
    }
}
