package hk.itf.model.scheme.question;

import hk.itf.model.scheme.value.Call;
import org.jspecify.annotations.Nullable;

/**
 * The facts about an application that conditions and rules read.
 *
 * @param organisationKind the registered kind of the applicant, such as {@code company}
 * @param call the call that was open at the first submission; null when no call was open
 */
public record Facts(
        Answers answers, String organisationKind, @Nullable Call call) {

    /** Facts of an application that belongs to no call. */
    public Facts(Answers answers, String organisationKind) {
        this(answers, organisationKind, null);
    }
}
