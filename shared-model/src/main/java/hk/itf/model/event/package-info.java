/** What the services tell each other: three sealed families of past-tense facts and their codec. */
@NullMarked
package hk.itf.model.event;

import org.jspecify.annotations.NullMarked;
