package hk.itf.infra.http.input;

import hk.itf.model.scheme.value.CleanText;

/** Writes JSON Pointers (RFC 6901) to fields whose names come from the request. */
public final class JsonPointers {

    private static final int LONGEST_NAME = 63;

    private JsonPointers() {}

    /** One step of a pointer: escaped, at most 63 characters, control characters replaced by U+FFFD. */
    public static String step(String name) {
        var step = new StringBuilder();
        name.codePoints()
                .limit(LONGEST_NAME)
                .map(each -> isPrintable(each) ? each : '\uFFFD')
                .forEach(step::appendCodePoint);
        return "/" + step.toString().replace("~", "~0").replace("/", "~1");
    }

    private static boolean isPrintable(int codePoint) {
        return codePoint >= ' ' && CleanText.isClean(Character.toString(codePoint));
    }
}
