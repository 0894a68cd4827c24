package hk.itf.infra.sql;

import jakarta.persistence.EntityManager;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hibernate.query.TupleTransformer;

/**
 * Native SQL queries with one column.
 *
 * <p>{@code createNativeQuery(sql, Long.class)} and its like make Hibernate build a result mapping that equals no other. Each
 * call then misses Hibernate's cache of query plans, adds one more entry, and is compared with all earlier entries of the same
 * SQL. A query for {@code Object[]} has no such mapping.
 */
public final class ScalarQuery {

    /** One transformer for each type, because the key of the cache contains the transformer. */
    private static final ClassValue<TupleTransformer<?>> FIRST_COLUMN = new ClassValue<>() {
        @Override
        protected TupleTransformer<?> computeValue(Class<?> type) {
            return (row, columns) -> type.cast(row[0]);
        }
    };

    private ScalarQuery() {}

    /**
     * A native query whose rows are values of {@code type}.
     *
     * @param sql selects one column, whose values JDBC gives as {@code type}: {@code Long} for bigint, {@code String} for text,
     *     {@code UUID} for uuid, {@code Instant} for timestamptz. A value of another type throws {@link ClassCastException}.
     */
    @SuppressWarnings("unchecked") // FIRST_COLUMN holds a transformer to T for Class<T>
    public static <T> NativeQuery<T> of(EntityManager entities, String sql, Class<T> type) {
        return entities.unwrap(Session.class)
                .createNativeQuery(sql, Object[].class)
                .setTupleTransformer((TupleTransformer<T>) FIRST_COLUMN.get(type));
    }
}
