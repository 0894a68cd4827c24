/** One person, one duty per grant; and a timeline row for every transition, with actor and fingerprints. */
@NullMarked
package hk.itf.infra.duty;

import org.jspecify.annotations.NullMarked;
