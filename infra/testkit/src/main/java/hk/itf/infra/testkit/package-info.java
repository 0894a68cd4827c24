/** What tests of all modules share: a real database and broker, tokens, a clock to move, events from elsewhere, house rules. */
@NullMarked
package hk.itf.infra.testkit;

import org.jspecify.annotations.NullMarked;
