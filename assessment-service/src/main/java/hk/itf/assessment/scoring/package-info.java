/** What assessors find: eligibility outcomes and score sheets. */
@NullMarked
package hk.itf.assessment.scoring;

import org.jspecify.annotations.NullMarked;
