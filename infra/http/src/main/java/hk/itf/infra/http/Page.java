package hk.itf.infra.http;

import static hk.itf.model.NamedValue.value;

import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.id.Uuids;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, newest item first.
 *
 * @param next the {@code cursor} of the next page; absent on the last page
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public static final int LARGEST = 100;

    /**
     * Makes a page by keyset paging over time-ordered ids: the cursor is the id of the last item.
     *
     * @param found up to {@code size + 1} items; an item too many shows that another page follows
     */
    public static <T> Page<T> of(List<T> found, int size, Function<T, UUID> id) {
        if (found.size() <= size) {
            return new Page<>(found, null);
        }
        var items = found.subList(0, size);
        return new Page<>(items, id.apply(items.getLast()).toString());
    }

    /**
     * Reads the parameter {@code size}; 20 without one.
     *
     * @throws DomainException {@code invalid-page} unless the size is 1 to 100
     */
    public static int size(@Nullable Integer given) {
        if (given != null && (given < 1 || given > LARGEST)) {
            throw DomainException.invalid(
                    "invalid-page.size",
                    List.of(Violation.of("", "invalid-size", value("most", LARGEST))),
                    value("most", LARGEST));
        }
        return given == null ? 20 : given;
    }

    /**
     * Reads the parameter {@code cursor}; empty without one.
     *
     * @throws DomainException {@code invalid-page} when the cursor is not an id
     */
    public static Optional<UUID> cursor(@Nullable String cursor) {
        if (cursor == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Uuids.parse(cursor));
        } catch (IllegalArgumentException e) {
            throw DomainException.invalid("invalid-page.cursor", List.of(Violation.of("", "invalid-cursor")));
        }
    }
}
