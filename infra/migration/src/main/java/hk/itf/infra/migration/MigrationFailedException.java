package hk.itf.infra.migration;

import org.jspecify.annotations.Nullable;

/** The database could not be migrated. The message names the module, the reason and what to do. */
public final class MigrationFailedException extends RuntimeException {

    MigrationFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
