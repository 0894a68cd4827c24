package hk.itf.model.scheme.question;

import hk.itf.model.scheme.value.LocalisedText;
import hk.itf.model.scheme.value.Source;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question of a scheme.
 *
 * @param group the section it is shown in; papers and assessed answers are served by group
 * @param when asked (and required) only while this holds; null means always
 * @param optional may be left out even when asked
 */
public record Question(
        QuestionId id,
        LocalisedText label,
        String group,
        AnswerKind answer,
        Set<Flag> flags,
        @Nullable Condition when,
        boolean optional,
        Source source) {

    /** What may happen to the answer. */
    public enum Flag {
        /** Published when the grant is awarded. */
        PUBLISH,
        /** Personal data: it never leaves applications-service and never enters a topic. */
        PERSONAL,
        /** May be shown in a blind stage. */
        BLIND_SAFE,
        /** Copied into progress reports. */
        PREFILL_TO_REPORT
    }

    public Question {
        flags = flags.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(flags));
    }

    public boolean personal() {
        return flags.contains(Flag.PERSONAL);
    }

    public boolean appliesTo(Facts facts) {
        return when == null || when.holds(facts);
    }
}
