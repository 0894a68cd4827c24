/** A scheme is data: its questions, eligibility rules, funding formula, vetting route and tranche plan. Code knows kinds of rules and no scheme by name. */
@NullMarked
package hk.itf.model.scheme;

import org.jspecify.annotations.NullMarked;
