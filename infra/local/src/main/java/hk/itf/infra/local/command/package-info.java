/** The commands of {@code ./itf} that run in Java: one class per command, parsed by picocli. */
@NullMarked
package hk.itf.infra.local.command;

import org.jspecify.annotations.NullMarked;
