/**
 * The local stack: PostgreSQL, a Kafka broker, a token issuer and the three packaged services on one machine, without
 * containers. This module depends on no other module of this project, because the testkit is built on it.
 *
 * <p>All servers listen on the loopback address only, and the secrets in this module protect invented data only.
 */
@NullMarked
package hk.itf.infra.local;

import org.jspecify.annotations.NullMarked;
