/** What people do on the platform and what they see of it: the words that journeys are told in. Public APIs only. */
@NullMarked
package hk.itf.infra.endtoend.story;

import org.jspecify.annotations.NullMarked;
