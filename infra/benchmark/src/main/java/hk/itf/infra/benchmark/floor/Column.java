package hk.itf.infra.benchmark.floor;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table of a service.
 *
 * @param type as SQL writes it, such as {@code timestamp with time zone}
 * @param counter name of the counter whose values the column holds; null if PostgreSQL does not count them up
 * @param computed whether PostgreSQL calculates the value
 * @param key whether the column is part of the primary key
 */
record Column(
        String table, String name, String type, @Nullable String counter, boolean computed, boolean key) {}
