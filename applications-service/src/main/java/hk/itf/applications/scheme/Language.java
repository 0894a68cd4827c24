package hk.itf.applications.scheme;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The language of the fund's three that a caller prefers. */
public final class Language {

    private static final List<String> OFFERED = List.of("en", "zh-Hant", "zh-Hans", "zh-HK", "zh-TW", "zh-CN", "zh-SG");

    private Language() {}

    public static String of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > 200) {
            return "en";
        }
        try {
            var best = Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), OFFERED);
            return switch (best) {
                case "zh-Hant", "zh-hant", "zh-HK", "zh-hk", "zh-TW", "zh-tw" -> "zh-Hant";
                case "zh-Hans", "zh-hans", "zh-CN", "zh-cn", "zh-SG", "zh-sg" -> "zh-Hans";
                case null, default -> "en";
            };
        } catch (IllegalArgumentException malformed) {
            return "en";
        }
    }
}
