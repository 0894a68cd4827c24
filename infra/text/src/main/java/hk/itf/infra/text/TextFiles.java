package hk.itf.infra.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The text files of one language: {@code texts/<tag>.yaml} of every module on the class path. A file maps sections to
 * keys to texts in ICU MessageFormat with named values.
 */
final class TextFiles {

    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private TextFiles() {}

    /**
     * Reads the texts of a language.
     *
     * @throws IllegalStateException when two modules define one key, or a text is no valid pattern; names the file
     */
    static Map<TextSection, Map<String, String>> read(Language language, ClassLoader classPath) {
        var all = new EnumMap<TextSection, Map<String, String>>(TextSection.class);
        for (var section : TextSection.values()) {
            all.put(section, new TreeMap<>());
        }
        try {
            for (var file : Collections.list(classPath.getResources("texts/" + language.tag() + ".yaml"))) {
                add(file, language, all);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /** The texts of one file. */
    static Map<TextSection, Map<String, String>> read(URL file) throws IOException {
        try (var stream = file.openStream()) {
            return YAML.readValue(stream, new TypeReference<>() {});
        }
    }

    private static void add(URL file, Language language, Map<TextSection, Map<String, String>> all) throws IOException {
        read(file)
                .forEach((section, texts) -> texts.forEach((key, text) -> {
                    try {
                        new MessageFormat(text, language.locale());
                    } catch (IllegalArgumentException e) {
                        throw new IllegalStateException("%s: the text %s is no valid pattern".formatted(file, key), e);
                    }
                    if (Objects.requireNonNull(all.get(section)).put(key, text) != null) {
                        throw new IllegalStateException("%s: another module defines %s, too".formatted(file, key));
                    }
                }));
    }
}
