/** What nobody should send, and what comes back: a clear problem, and nothing stored. */
@NullMarked
package hk.itf.assessment.badinput;

import org.jspecify.annotations.NullMarked;
