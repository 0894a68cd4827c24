package hk.itf.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A sentence for people, before its language is chosen: the key of a text in the text files and the values that the text
 * names. The values keep their types until the text is rendered, so that each language formats them in its own way.
 *
 * @param key the key in the text files. A key such as {@code gate-unmet.bank-details} is one of several texts of the
 *     slug {@code gate-unmet}.
 * @param values by name, in the order given
 */
public record Wording(String key, Map<String, Object> values) {

    public Wording {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public static Wording of(String key, NamedValue... values) {
        var named = new LinkedHashMap<String, Object>();
        for (var each : values) {
            named.put(each.name(), each.value());
        }
        return new Wording(key, named);
    }

    /** The stable part of the key: everything before the first full stop. */
    public String slug() {
        var end = key.indexOf('.');
        return end < 0 ? key : key.substring(0, end);
    }

    @Override
    public String toString() {
        return values.isEmpty() ? key : key + " " + values;
    }
}
