package hk.itf.disbursement;

import hk.itf.infra.testkit.Tokens;
import hk.itf.model.event.AmendmentFiling;
import hk.itf.model.event.ApplicationEvent.AmendmentResubmitted;
import hk.itf.model.event.ApplicationEvent.AmendmentSubmitted;
import hk.itf.model.event.ApplicationEvent.ApplicationSubmitted;
import hk.itf.model.event.ApplicationEvent.ClaimSubmitted;
import hk.itf.model.event.AssessmentEvent.AmendmentApproved;
import hk.itf.model.event.AssessmentEvent.ApplicationApproved;
import hk.itf.model.event.AssessmentEvent.ClaimAccepted;
import hk.itf.model.event.ClaimFiling;
import hk.itf.model.event.Filing;
import hk.itf.model.event.FilingRef;
import hk.itf.model.event.Parties;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import hk.itf.model.scheme.funding.EntitlementStatement;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.value.SchemeRef;
import hk.itf.model.scheme.vetting.EligibilityOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** The filings of an applicant that ask for exactly what a decision gives. */
public final class Filings {

    /** A test may hand in the first revisions itself. */
    private static final int LATER_REVISION = 1_000;

    private static final PersonId APPLICANT = Tokens.person("applicant");
    private static final SchemeRef SCHEME = SchemeRef.of("tst", 1);
    private static final Parties PARTIES = Parties.of(OrganisationId.next());

    private Filings() {}

    public static ApplicationSubmitted of(ApplicationApproved approved) {
        return new ApplicationSubmitted(
                approved.grant(),
                APPLICANT,
                new Filing(
                        LATER_REVISION,
                        approved.reference(),
                        approved.scheme(),
                        approved.parties(),
                        new EligibilityOutcome(true, List.of()),
                        new EntitlementStatement(approved.awarded(), List.of()),
                        approved.plan(),
                        Answers.NONE,
                        approved.contentSha256()),
                Instant.EPOCH);
    }

    public static ClaimSubmitted of(ClaimAccepted accepted) {
        var named = Objects.requireNonNullElse(accepted.filing(), new FilingRef(1, ""));
        return new ClaimSubmitted(
                accepted.grant(),
                accepted.claim(),
                APPLICANT,
                SCHEME,
                PARTIES,
                new ClaimFiling(
                        named.revision(),
                        accepted.kind(),
                        accepted.tranche(),
                        List.of(),
                        accepted.accepted(),
                        "",
                        accepted.gates(),
                        List.of(),
                        named.contentSha256()),
                Instant.EPOCH);
    }

    public static AmendmentSubmitted of(AmendmentApproved approved) {
        return new AmendmentSubmitted(
                approved.grant(), approved.amendment(), APPLICANT, SCHEME, PARTIES, filing(1, approved), Instant.EPOCH);
    }

    /** The second filing of an amendment. An approval that names no filing is compared with the latest. */
    public static AmendmentResubmitted again(AmendmentApproved approved) {
        return new AmendmentResubmitted(
                approved.grant(), approved.amendment(), APPLICANT, filing(2, approved), Instant.EPOCH);
    }

    private static AmendmentFiling filing(int revision, AmendmentApproved approved) {
        var named = Objects.requireNonNullElse(approved.filing(), new FilingRef(revision, ""));
        return new AmendmentFiling(
                named.revision(),
                approved.kind(),
                approved.baseVersion(),
                LocalDate.EPOCH,
                "",
                approved.awarded(),
                approved.plan(),
                approved.keep(),
                null,
                null,
                named.contentSha256());
    }
}
