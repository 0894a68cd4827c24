package hk.itf.model.scheme.question;

import hk.itf.model.scheme.value.LocalisedText;
import hk.itf.model.scheme.value.Source;
import hk.itf.model.scheme.value.Written;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One question that an application or a later stage must answer.
 *
 * @param id unique within the scheme, such as {@code monthly-salary}
 * @param label the question as applicants read it
 * @param group the section of the form, such as {@code post}; assessors see answers by group
 * @param answer the kind of the answer, with its limits
 * @param flags who may see the answer and where it is copied; an empty list for none
 * @param when the question is asked only while this condition holds; left out: always
 * @param optional whether the question may stay unanswered
 * @param source where the question comes from
 */
public record Question(
        QuestionId id,
        LocalisedText label,
        @Written(Written.ID) String group,
        AnswerKind answer,
        Set<Flag> flags,
        @Nullable Condition when,
        boolean optional,
        Source source) {

    /** Who may see an answer, and where it is copied. */
    public enum Flag {
        /** The answer is published when the grant is awarded. */
        PUBLISH,
        /** The answer is personal data: it never leaves applications-service and never enters a topic. */
        PERSONAL,
        /** The answer does not reveal the applicant, so blind reviews may show it. */
        BLIND_SAFE,
        /** The answer is copied into progress reports. */
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
