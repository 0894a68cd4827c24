package hk.itf.infra.text;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A language that the fund writes in. */
public enum Language {
    ENGLISH("en", Locale.ENGLISH),
    TRADITIONAL_CHINESE("zh-Hant", Locale.forLanguageTag("zh-Hant-HK")),
    SIMPLIFIED_CHINESE("zh-Hans", Locale.forLanguageTag("zh-Hans-CN"));

    /** Longer headers are not read; no browser sends one. */
    private static final int LONGEST_HEADER = 200;

    private final String tag;
    private final Locale locale;

    Language(String tag, Locale locale) {
        this.tag = tag;
        this.locale = locale;
    }

    /** The BCP 47 tag, which is also the name of the text file and of the field in a scheme file. */
    public String tag() {
        return tag;
    }

    Locale locale() {
        return locale;
    }

    /**
     * Picks the language for an {@code Accept-Language} header (RFC 9110, section 12.5.4). Chinese without a script is
     * Traditional, except in mainland China and Singapore. Cantonese ({@code yue}) follows the same rule. English is
     * the choice for an absent or malformed header and for other languages.
     */
    public static Language preferredBy(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > LONGEST_HEADER) {
            return ENGLISH;
        }
        try {
            return LanguageRange.parse(acceptLanguage).stream()
                    .filter(range -> range.getWeight() > 0)
                    .sorted(Comparator.comparingDouble(LanguageRange::getWeight).reversed())
                    .flatMap(range -> of(range.getRange()).stream())
                    .findFirst()
                    .orElse(ENGLISH);
        } catch (IllegalArgumentException malformed) {
            return ENGLISH;
        }
    }

    private static Optional<Language> of(String range) {
        var parts = List.of(range.toLowerCase(Locale.ROOT).split("-"));
        return switch (parts.getFirst()) {
            case "en" -> Optional.of(ENGLISH);
            case "zh", "yue", "cmn" -> Optional.of(isSimplified(parts) ? SIMPLIFIED_CHINESE : TRADITIONAL_CHINESE);
            default -> Optional.empty();
        };
    }

    private static boolean isSimplified(List<String> parts) {
        if (parts.contains("hans") || parts.contains("hant")) {
            return parts.contains("hans");
        }
        return parts.contains("cn") || parts.contains("sg") || parts.contains("my");
    }
}
