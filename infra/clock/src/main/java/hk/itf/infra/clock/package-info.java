/** Business time (which a local installation may move forward) and Hong Kong's calendar. */
@NullMarked
package hk.itf.infra.clock;

import org.jspecify.annotations.NullMarked;
