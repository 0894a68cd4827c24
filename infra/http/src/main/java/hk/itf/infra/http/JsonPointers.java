package hk.itf.infra.http;

import hk.itf.model.scheme.value.CleanText;

/** Writes JSON Pointers (RFC 6901) to fields whose names came from outside. */
public final class JsonPointers {

    private static final int LONGEST_NAME = 63;

    private JsonPointers() {}

    /** One step: escaped, cut, and without characters that are not for showing. */
    public static String step(String name) {
        var step = new StringBuilder();
        name.codePoints()
                .limit(LONGEST_NAME)
                .map(each -> isShown(each) ? each : '\uFFFD')
                .forEach(step::appendCodePoint);
        return "/" + step.toString().replace("~", "~0").replace("/", "~1");
    }

    private static boolean isShown(int codePoint) {
        return codePoint >= ' ' && CleanText.isClean(Character.toString(codePoint));
    }
}
