package hk.itf.infra.benchmark.floor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * The identifiers of a captured grant, which every repetition of its transactions replaces by fresh ones: all UUIDs of
 * inserted rows, and the reference of the application. Identifiers of rows that existed before stay.
 */
final class FreshValues {

    private static final Pattern IDENTIFIER = Pattern.compile(
            "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[A-Z]{2,6}-[0-9]{4}-[0-9]{6}");

    private final Set<String> fresh = new HashSet<>();

    /** Finds the identifiers. */
    static FreshValues of(List<CapturedTransaction> transactions) {
        var values = new FreshValues();
        var kept = new HashSet<String>();
        var inserted = new HashSet<String>();
        for (var transaction : transactions) {
            for (var change : transaction.changes()) {
                if (change.kind() == RowChange.Kind.INSERT) {
                    change.values().forEach(value -> values.addAll(value));
                    inserted.add(change.table() + change.after().get("id"));
                } else if (change.row().containsKey("id")
                        && !inserted.contains(change.table() + change.row().get("id"))) {
                    kept.add(String.valueOf(change.row().get("id")));
                }
            }
        }
        values.fresh.removeAll(kept);
        return values;
    }

    private void addAll(String text) {
        var match = IDENTIFIER.matcher(text);
        while (match.find()) {
            fresh.add(match.group());
        }
    }

    boolean contains(String identifier) {
        return fresh.contains(identifier);
    }

    /** Whether the text names a fresh identifier. */
    boolean isNamedIn(String text) {
        var match = IDENTIFIER.matcher(text);
        while (match.find()) {
            if (fresh.contains(match.group())) {
                return true;
            }
        }
        return false;
    }

    /**
     * A text in parts: the texts between fresh identifiers, and the identifiers.
     *
     * @param isFresh whether the part is a fresh identifier
     */
    record Part(String text, boolean isFresh) {}

    List<Part> split(String text) {
        var parts = new ArrayList<Part>();
        var match = IDENTIFIER.matcher(text);
        var from = 0;
        while (match.find()) {
            if (fresh.contains(match.group())) {
                if (match.start() > from) {
                    parts.add(new Part(text.substring(from, match.start()), false));
                }
                parts.add(new Part(match.group(), true));
                from = match.end();
            }
        }
        if (from < text.length() || parts.isEmpty()) {
            parts.add(new Part(text.substring(from), false));
        }
        return parts;
    }

    /** Another identifier of the same kind. UUIDs begin with the time, as those of the services do. */
    static String another(String identifier) {
        var random = ThreadLocalRandom.current();
        if (identifier.length() == 36) {
            var time = System.currentTimeMillis() << 16;
            return new UUID(time | 0x7000 | random.nextInt(0x1000), (random.nextLong() & ~(3L << 62)) | (1L << 63))
                    .toString();
        }
        return identifier.substring(0, identifier.indexOf('-')) + "-" + Long.toHexString(random.nextLong());
    }
}
