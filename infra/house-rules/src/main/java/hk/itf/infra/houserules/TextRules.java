package hk.itf.infra.houserules;

import hk.itf.infra.text.Language;
import hk.itf.infra.text.TextSection;
import hk.itf.infra.text.Texts;
import hk.itf.model.Transition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Holds the text files against the code that uses them: every key that the code names has a text in three languages,
 * the three texts name the same values, and the code gives each of these values. Loading the texts already fails when a
 * language lacks a key.
 */
public final class TextRules {

    /** Classes that pass a key on; their callers are checked instead. */
    private static final Set<String> PASS_KEYS_ON = Set.of(
            "DomainException.java",
            "Transition.java",
            "Violation.java",
            "Problem.java",
            "Problems.java",
            "RequestLimits.java");

    private static final Pattern TYPE_LABEL = Pattern.compile("aggregate\\.\\w+|[A-Z]\\w+\\.[A-Z][A-Z0-9_]*");

    private TextRules() {}

    /** The modules whose texts every service shows besides its own. */
    private static final List<String> SHARED = List.of("shared-model", "infra/http", "infra/eventing", "infra/duty");

    /**
     * The faults of a service and of the modules it shares, one line each. Empty when the texts are complete.
     *
     * @param service the folder of the service in the repository; tests run in that folder
     */
    public static List<String> faults(String service) {
        var root = Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());
        return faults(Stream.concat(Stream.of(service), SHARED.stream())
                .map(module -> root.resolve(module).resolve("src/main/java"))
                .toList());
    }

    /**
     * The texts of a module that no code names, as {@code section key}. Labels of enum constants and aggregates, and texts
     * of violated constraints, are named by the type and are left out.
     *
     * @param textFile the English text file of the module
     * @param sourceFolders the sources of every module that may name a text of the file
     */
    static List<String> unused(Path textFile, Collection<Path> sourceFolders) {
        var named = TextUse.stringsIn(sourceFolders);
        return Texts.keysIn(textFile).entrySet().stream()
                .flatMap(section -> section.getValue().stream()
                        .filter(key -> !named.contains(key) && !isNamedByType(section.getKey(), key))
                        .map(key -> section.getKey() + " " + key))
                .toList();
    }

    private static boolean isNamedByType(TextSection section, String key) {
        return switch (section) {
            case LABELS -> TYPE_LABEL.matcher(key).matches();
            case FIELDS -> key.startsWith("invalid."); // followed by the annotation of the constraint
            case PROBLEMS, NOTICES -> false;
        };
    }

    static List<String> faults(Collection<Path> sourceFolders) {
        var texts = Texts.loaded();
        var faults = new ArrayList<String>();
        for (var section : TextSection.values()) {
            for (var key : texts.keys(section, Language.ENGLISH)) {
                for (var language : Language.values()) {
                    if (!texts.valueNames(section, key, language)
                            .equals(texts.valueNames(section, key, Language.ENGLISH))) {
                        faults.add("%s %s: the text in %s names other values than the English text"
                                .formatted(section, key, language));
                    }
                }
            }
        }
        TextUse.in(sourceFolders).forEach(use -> check(use, texts, faults));
        return faults;
    }

    /**
     * The constants without a label: every transition and status of the lifecycles below the package, and the names of
     * their aggregates, because any of them can be named by the refusal {@code illegal-transition}.
     */
    public static List<String> missingLabels(String root) {
        var texts = Texts.loaded();
        var missing = new ArrayList<String>();
        for (var type : HouseRules.production(root)) {
            if (!type.isEnum() || !type.isAssignableTo(Transition.class)) {
                continue;
            }
            var transitions = type.reflect().asSubclass(Enum.class).getEnumConstants();
            var aggregate = "aggregate." + type.getSimpleName().replaceFirst("Transition$", "");
            Stream.concat(Stream.of(aggregate), Stream.of(transitions).flatMap(TextRules::labelKeys))
                    .filter(key -> !texts.has(TextSection.LABELS, key))
                    .forEach(missing::add);
        }
        return missing.stream().distinct().sorted().toList();
    }

    private static Stream<String> labelKeys(Enum<?> transition) {
        var statuses = ((Transition<?>) transition).to().getDeclaringClass().getEnumConstants();
        return Stream.concat(Stream.of(transition), Stream.of(statuses)).map(Texts::labelKey);
    }

    private static void check(TextUse use, Texts texts, List<String> faults) {
        if (use.keys().isEmpty()
                && !PASS_KEYS_ON.contains(use.place().substring(0, use.place().indexOf(':')))) {
            faults.add("the key must be a literal in " + use.place());
        }
        for (var key : use.keys()) {
            var sections = use.sections().stream()
                    .filter(section -> texts.has(section, key))
                    .toList();
            if (sections.isEmpty()) {
                faults.add("there is no text %s for %s".formatted(key, use.place()));
            }
            for (var section : sections) {
                var wanted = texts.valueNames(section, key, Language.ENGLISH);
                use.values()
                        .filter(given -> !given.equals(wanted))
                        .ifPresent(given -> faults.add("the text %s names the values %s, but the code gives %s in %s"
                                .formatted(key, wanted, given, use.place())));
            }
        }
    }
}
