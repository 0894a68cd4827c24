package hk.itf.model.scheme.value;

import com.fasterxml.jackson.annotation.JsonProperty;

/** One sentence in the fund's three languages. */
public record LocalisedText(
        String en,
        @JsonProperty("zh-Hant") String zhHant,
        @JsonProperty("zh-Hans") String zhHans) {

    public LocalisedText {
        if (en.isBlank() || zhHant.isBlank() || zhHans.isBlank()) {
            throw new IllegalArgumentException("all three languages are required");
        }
    }

    /** @param language one of {@code en}, {@code zh-Hant}, {@code zh-Hans}; anything else reads English */
    public String in(String language) {
        return switch (language) {
            case "zh-Hant" -> zhHant;
            case "zh-Hans" -> zhHans;
            case null, default -> en;
        };
    }
}
