package hk.itf.infra.migration;

import java.util.regex.Pattern;

/**
 * The folder with the migrations of one module.
 *
 * @param module lower-case name of the module; the history table is {@code flyway_history_<module>}
 * @param location a folder on the class path such as {@code db/duty}, or {@code filesystem:} and a path
 */
public record MigrationFolder(String module, String location) {

    private static final Pattern MODULE_NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    public MigrationFolder {
        if (!MODULE_NAME.matcher(module).matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" cannot name a history table. Use lower-case letters, digits and underscores."
                            .formatted(module));
        }
    }

    String historyTable() {
        return "flyway_history_" + module;
    }
}
