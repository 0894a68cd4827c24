package hk.itf.model.scheme.value;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One text in the three languages of the fund.
 *
 * @param en English
 * @param zhHant Traditional Chinese
 * @param zhHans Simplified Chinese
 */
public record LocalisedText(
        String en,
        @JsonProperty("zh-Hant") String zhHant,
        @JsonProperty("zh-Hans") String zhHans) {

    public LocalisedText {
        if (en.isBlank() || zhHant.isBlank() || zhHans.isBlank()) {
            throw new IllegalArgumentException("a text is required in en, zh-Hant and zh-Hans");
        }
    }

    /** @param language {@code en}, {@code zh-Hant} or {@code zh-Hans}; any other value gives English */
    public String in(String language) {
        return switch (language) {
            case "zh-Hant" -> zhHant;
            case "zh-Hans" -> zhHans;
            case null, default -> en;
        };
    }
}
