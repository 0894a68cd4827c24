package hk.itf.infra.http;

import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.id.Uuids;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, newest first.
 *
 * @param next pass it as {@code cursor} for the page after; absent on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public static final int LARGEST = 100;

    /** Keyset paging over time-ordered ids: the cursor is the last id seen. */
    public static <T> Page<T> of(List<T> oneMoreThanWanted, int size, Function<T, UUID> id) {
        if (oneMoreThanWanted.size() <= size) {
            return new Page<>(oneMoreThanWanted, null);
        }
        var items = oneMoreThanWanted.subList(0, size);
        return new Page<>(items, id.apply(items.getLast()).toString());
    }

    public static int size(@Nullable Integer wanted) {
        if (wanted != null && (wanted < 1 || wanted > LARGEST)) {
            throw DomainException.invalid(
                    "invalid-page",
                    "A page has 1 to %d items.".formatted(LARGEST),
                    List.of(new Violation("", "invalid-size", "The parameter size is out of range.")));
        }
        return wanted == null ? 20 : wanted;
    }

    public static Optional<UUID> cursor(@Nullable String cursor) {
        if (cursor == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Uuids.parse(cursor));
        } catch (IllegalArgumentException e) {
            throw DomainException.invalid(
                    "invalid-page",
                    "Pass the value of next as cursor, unchanged.",
                    List.of(new Violation(
                            "", "invalid-cursor", "The parameter cursor is not one that was given out.")));
        }
    }
}
