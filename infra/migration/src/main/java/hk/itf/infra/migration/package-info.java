/**
 * Database migrations. Each module with tables numbers its own SQL files and has its own Flyway history table; {@link
 * hk.itf.infra.migration.Migrations} runs them all before the service starts its work.
 */
@NullMarked
package hk.itf.infra.migration;

import org.jspecify.annotations.NullMarked;
