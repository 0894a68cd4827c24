package hk.itf.infra.migration;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Migrates the database first of all when a service starts: modules by name, then the service. A failure stops the start. */
@ApplicationScoped
class StartupMigration {

    /** Earlier than the scheduler, which starts its jobs at {@code PLATFORM_BEFORE}. */
    private static final int FIRST = Interceptor.Priority.PLATFORM_BEFORE - 1_000;

    private final MigrationSettings settings;

    StartupMigration(MigrationSettings settings) {
        this.settings = settings;
    }

    void migrate(@Observes @Priority(FIRST) StartupEvent starting) {
        Migrations.migrate(settings.jdbcUrl(), settings.username(), settings.password(), folders());
    }

    List<MigrationFolder> folders() {
        var folders = new ArrayList<MigrationFolder>();
        new TreeMap<>(settings.modules())
                .forEach((module, location) -> folders.add(new MigrationFolder(module, location)));
        settings.service().ifPresent(location -> folders.add(new MigrationFolder("service", location)));
        return folders;
    }
}
