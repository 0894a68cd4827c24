/** What the words after {@code ./itf} do. Each command is a class; what it needs to know of this machine is {@code Desk}. */
@NullMarked
package hk.itf.infra.local.command;

import org.jspecify.annotations.NullMarked;
