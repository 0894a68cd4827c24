/** Refuses to start a service in production with settings that are for a local stack or for tests. */
@NullMarked
package hk.itf.infra.production;

import org.jspecify.annotations.NullMarked;
