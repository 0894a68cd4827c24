/** Tests of the command line. No command here starts a server. */
@NullMarked
package hk.itf.infra.local.command;

import org.jspecify.annotations.NullMarked;
