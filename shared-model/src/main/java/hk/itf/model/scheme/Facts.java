package hk.itf.model.scheme;

/**
 * What rules look at.
 *
 * @param organisationKind the applicant's kind as registered, such as {@code company}
 */
public record Facts(Answers answers, String organisationKind) {}
