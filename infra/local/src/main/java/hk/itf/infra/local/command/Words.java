package hk.itf.infra.local.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words after a command.
 *
 * @param plain those that are no option, in order
 * @param options option to its values, in order; an option that takes none has no values
 */
record Words(List<String> plain, Map<String, List<String>> options) {

    /**
     * Sorts the words; refuses options that are neither.
     *
     * @param valued options that take a value, such as {@code --role}; they may be given more than once
     * @param flags options that take none
     */
    static Words sort(List<String> words, Set<String> valued, Set<String> flags) {
        var plain = new ArrayList<String>();
        var options = new LinkedHashMap<String, List<String>>();
        var rest = words.iterator();
        while (rest.hasNext()) {
            var word = rest.next();
            if (flags.contains(word)) {
                options.put(word, List.of());
            } else if (valued.contains(word)) {
                if (!rest.hasNext()) {
                    throw new WrongWordsException(word + " needs a value after it.");
                }
                options.computeIfAbsent(word, first -> new ArrayList<>()).add(rest.next());
            } else if (word.startsWith("--")) {
                throw new WrongWordsException("There is no option " + word + " here.");
            } else {
                plain.add(word);
            }
        }
        return new Words(List.copyOf(plain), Map.copyOf(options));
    }

    boolean has(String flag) {
        return options.containsKey(flag);
    }

    List<String> all(String option) {
        return options.getOrDefault(option, List.of());
    }

    Optional<String> last(String option) {
        return all(option).isEmpty()
                ? Optional.empty()
                : Optional.of(all(option).getLast());
    }

    String required(String option) {
        return last(option).orElseThrow(() -> new WrongWordsException("The option " + option + " is missing."));
    }

    /** Refuses more plain words than that. */
    Words atMost(int count) {
        if (plain.size() > count) {
            throw new WrongWordsException("There is no use for the word \"%s\" here.".formatted(plain.get(count)));
        }
        return this;
    }

    Optional<String> plain(int place) {
        return place < plain.size() ? Optional.of(plain.get(place)) : Optional.empty();
    }
}
