package hk.itf.infra.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * A query in plain JDBC with named parameters, in the transaction of the caller. It is for reads that run every second and
 * mostly find nothing: without the result mapping of Hibernate they cost a fraction. Unlike a query of Hibernate, it does not
 * write the changes of loaded entities first.
 */
public final class PlainQuery {

    /** The current row. Columns count from 1. */
    public static final class Row {

        private final ResultSet columns;

        private Row(ResultSet columns) {
            this.columns = columns;
        }

        public UUID uuid(int column) {
            return get(column, UUID.class);
        }

        public Instant instant(int column) {
            return get(column, OffsetDateTime.class).toInstant();
        }

        public LocalDate date(int column) {
            return get(column, LocalDate.class);
        }

        public String text(int column) {
            return get(column, String.class);
        }

        /** A whole number of any width. */
        public long number(int column) {
            try {
                return columns.getLong(column);
            } catch (SQLException e) {
                throw failed(e);
            }
        }

        public boolean flag(int column) {
            return get(column, Boolean.class);
        }

        private <T> T get(int column, Class<T> type) {
            try {
                return columns.getObject(column, type);
            } catch (SQLException e) {
                throw failed(e);
            }
        }
    }

    /** A query with question marks, and the names of its parameters in their order. */
    private record Parsed(String sql, List<String> names) {

        private static final Pattern NAME = Pattern.compile("(?<!:):([a-zA-Z][a-zA-Z0-9]*)");

        static Parsed of(String sql) {
            var names = NAME.matcher(sql).results().map(found -> found.group(1)).toList();
            return new Parsed(NAME.matcher(sql).replaceAll("?"), names);
        }
    }

    private static final Map<String, Parsed> PARSED = new ConcurrentHashMap<>();

    private final DataSource database;
    private final Parsed query;
    private final Map<String, Object> values = new HashMap<>();

    private PlainQuery(DataSource database, Parsed query) {
        this.database = database;
        this.query = query;
    }

    /** @param sql a constant, with parameters such as {@code :today}; every distinct text is kept */
    public static PlainQuery of(DataSource database, String sql) {
        return new PlainQuery(database, PARSED.computeIfAbsent(sql, Parsed::of));
    }

    public PlainQuery set(String name, Object value) {
        values.put(name, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        return this;
    }

    public <T> List<T> list(Function<Row, T> read) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(query.sql())) {
            for (var i = 0; i < query.names().size(); i++) {
                statement.setObject(i + 1, values.get(query.names().get(i)));
            }
            try (var rows = statement.executeQuery()) {
                var row = new Row(rows);
                var found = new ArrayList<T>();
                while (rows.next()) {
                    found.add(read.apply(row));
                }
                return found;
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("A query failed.", e);
    }
}
