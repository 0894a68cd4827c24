package hk.itf.infra.migration;

import io.smallrye.config.ConfigMapping;
import java.util.Map;
import java.util.Optional;

/** Folders of the migrations, and the database to migrate. */
@ConfigMapping(prefix = "itf.migrations")
interface MigrationSettings {

    /** JDBC URL of the service's database. Migrations do not use the pool, which refuses work outside a transaction. */
    String jdbcUrl();

    /** Role that owns the tables. */
    String username();

    String password();

    /** Folder of each module on the class path, by module name. A module sets its own entry in its own jar. */
    Map<String, String> modules();

    /** Folder of the service itself, migrated after all modules. Empty if the application has no tables of its own. */
    Optional<String> service();
}
