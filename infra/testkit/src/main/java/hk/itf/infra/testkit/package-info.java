/** The common parts of all tests: a real database and broker, tokens, a clock to move, events of other services. */
@NullMarked
package hk.itf.infra.testkit;

import org.jspecify.annotations.NullMarked;
