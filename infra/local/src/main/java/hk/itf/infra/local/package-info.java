/**
 * The platform on one machine without containers: a real PostgreSQL, a real Kafka broker, a token issuer and the three
 * packaged services as processes of their own. Depends on no other module of ours, because the testkit is built on it.
 *
 * <p>Everything listens on the loopback address only and every secret in here is worthless elsewhere.
 */
@NullMarked
package hk.itf.infra.local;

import org.jspecify.annotations.NullMarked;
