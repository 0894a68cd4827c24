/** Business time, which a local installation may move forward, and the Hong Kong calendar. */
@NullMarked
package hk.itf.infra.clock;

import org.jspecify.annotations.NullMarked;
