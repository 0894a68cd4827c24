package hk.itf.model.scheme.question;

import hk.itf.model.scheme.value.Call;
import org.jspecify.annotations.Nullable;

/**
 * What rules look at.
 *
 * @param organisationKind the applicant's kind as registered, such as {@code company}
 * @param call the call the case belongs to by its first submission; null when the scheme has none open then
 */
public record Facts(
        Answers answers, String organisationKind, @Nullable Call call) {

    /** Of a case that belongs to no call. */
    public Facts(Answers answers, String organisationKind) {
        this(answers, organisationKind, null);
    }
}
