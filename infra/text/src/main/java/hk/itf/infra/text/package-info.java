/** Texts for people in the fund's three languages: text files, values formatted for each language, language negotiation. */
@NullMarked
package hk.itf.infra.text;

import org.jspecify.annotations.NullMarked;
