/**
 * A scheme is data: its questions, eligibility rules, funding formula, vetting route and tranche plan. Code knows kinds of
 * rules and no scheme by name. A field that a scheme file leaves out is null or an empty list in the record.
 */
@NullMarked
package hk.itf.model.scheme;

import org.jspecify.annotations.NullMarked;
