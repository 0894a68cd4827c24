package hk.itf.infra.text;

import com.ibm.icu.text.MessageFormat;
import hk.itf.model.Wording;
import hk.itf.model.scheme.value.LocalisedText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * All texts for people, from the text files of the modules on the class path. The three languages hold the same keys;
 * loading fails otherwise.
 */
public final class Texts {

    private static final class Loaded {
        static final Texts TEXTS = new Texts(Texts.class.getClassLoader());
    }

    private final Map<Language, Map<TextSection, Map<String, String>>> patterns = new EnumMap<>(Language.class);

    /** @throws IllegalStateException when a language lacks a key, two modules define one, or a pattern is invalid */
    public Texts(ClassLoader classPath) {
        for (var language : Language.values()) {
            patterns.put(language, TextFiles.read(language, classPath));
        }
        for (var language : Language.values()) {
            for (var section : TextSection.values()) {
                requireSameKeys(language, section);
            }
        }
    }

    /** The texts of the running service. */
    public static Texts loaded() {
        return Loaded.TEXTS;
    }

    /**
     * The text of a wording in a language.
     *
     * @throws IllegalStateException when there is no text for the key, or the text names a value that was not given
     */
    public String render(TextSection section, Wording wording, Language language) {
        var format = new MessageFormat(pattern(section, wording.key(), language), language.locale());
        var values = new HashMap<String, Object>();
        var formatter = new TextValues(this, language);
        wording.values().forEach((name, value) -> values.put(name, formatter.format(value)));
        var missing = format.getArgumentNames().stream()
                .filter(name -> !values.containsKey(name))
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "the text %s names values that were not given: %s".formatted(wording.key(), missing));
        }
        return format.format(values);
    }

    /** The text in all three languages, for what is stored and read later by others. */
    public LocalisedText inAllLanguages(TextSection section, Wording wording) {
        return new LocalisedText(
                render(section, wording, Language.ENGLISH),
                render(section, wording, Language.TRADITIONAL_CHINESE),
                render(section, wording, Language.SIMPLIFIED_CHINESE));
    }

    /** The label in all three languages. */
    public LocalisedText labelInAllLanguages(Wording label) {
        return inAllLanguages(TextSection.LABELS, label);
    }

    /** The label of an enum constant. Its key is the type's simple name, a full stop and the constant's name. */
    public String label(Enum<?> constant, Language language) {
        return render(TextSection.LABELS, Wording.of(labelKey(constant)), language);
    }

    /** The key of a constant's label, such as {@code TrancheStatus.DUE}. */
    public static String labelKey(Enum<?> constant) {
        return constant.getDeclaringClass().getSimpleName() + "." + constant.name();
    }

    /** Whether there is a text for the key. */
    public boolean has(TextSection section, String key) {
        return keys(section, Language.ENGLISH).contains(key);
    }

    /** The names of the values in a text. */
    public Set<String> valueNames(TextSection section, String key, Language language) {
        return new MessageFormat(pattern(section, key, language), language.locale()).getArgumentNames();
    }

    public Set<String> keys(TextSection section, Language language) {
        return texts(language, section).keySet();
    }

    /** The keys in one text file, by section. */
    public static Map<TextSection, Set<String>> keysIn(Path textFile) {
        try {
            var keys = new EnumMap<TextSection, Set<String>>(TextSection.class);
            TextFiles.read(textFile.toUri().toURL()).forEach((section, texts) -> keys.put(section, texts.keySet()));
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String pattern(TextSection section, String key, Language language) {
        var pattern = texts(language, section).get(key);
        if (pattern == null) {
            throw new IllegalStateException("there is no text %s in %s".formatted(key, section));
        }
        return pattern;
    }

    private Map<String, String> texts(Language language, TextSection section) {
        return Objects.requireNonNull(
                Objects.requireNonNull(patterns.get(language)).get(section));
    }

    private void requireSameKeys(Language language, TextSection section) {
        for (var key : keys(section, language)) {
            for (var other : Language.values()) {
                if (!keys(section, other).contains(key)) {
                    throw new IllegalStateException(
                            "the text %s in %s has no %s version".formatted(key, section, other.tag()));
                }
            }
        }
    }
}
