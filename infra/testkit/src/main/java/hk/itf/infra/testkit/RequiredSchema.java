package hk.itf.infra.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Checks the database schema of the running service. */
public final class RequiredSchema {

    /** Tables and columns, and sequences that belong to no identity column; Flyway's own tables are left out. */
    private static final String WITHOUT_COMMENT = """
            select c.relname || coalesce('.' || a.attname, '') as named
            from pg_class c
            left join lateral (
              select 0 as attnum, null as attname
              union all
              select attnum, attname from pg_attribute
              where attrelid = c.oid and c.relkind = 'r' and attnum > 0 and not attisdropped) a on true
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'S')
              and c.relname not like 'flyway\\_history\\_%'
              and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'i')
              and coalesce(case when a.attnum = 0 then obj_description(c.oid, 'pg_class')
                                else col_description(c.oid, a.attnum) end, '') = ''
            order by named
            """;

    private RequiredSchema() {}

    /** Each table and column states its meaning and unit in a comment, so that people can read the schema with psql. */
    public static void verifyComments(AgroalDataSource database) {
        assertThat(withoutComment(database))
                .as("tables, columns and sequences without \"comment on\" in their migration")
                .isEmpty();
    }

    private static List<String> withoutComment(AgroalDataSource database) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery(WITHOUT_COMMENT)) {
                var names = new ArrayList<String>();
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
                return names;
            } catch (SQLException e) {
                throw new IllegalStateException("The comments of the schema cannot be read.", e);
            }
        });
    }
}
