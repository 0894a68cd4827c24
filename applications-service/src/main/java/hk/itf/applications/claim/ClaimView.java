package hk.itf.applications.claim;

import com.fasterxml.jackson.annotation.JsonInclude;
import hk.itf.infra.http.CallerLanguage;
import hk.itf.model.Violation;
import hk.itf.model.event.AssessmentEvent.RefusedLine;
import hk.itf.model.event.ClaimFiling;
import hk.itf.model.id.ClaimId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.ClaimKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim as the grantee sees it.
 *
 * @param explanation the share of the plan that the tranche pays, in the caller's language; null when the tranche is the whole
 *     plan
 * @param accepted the accepted amount; null before the decision
 * @param refused the lines that the vetter refused; empty before the decision
 * @param report the narrative report; empty for kinds of claims without a report
 * @param missing one fault for each required paper that is not attached yet
 * @param reason why the claim was rejected; null otherwise
 * @param clarification the open question of the fund; null when none is open
 * @param revision the number of submissions so far
 * @param version the entity version, for {@code If-Match}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClaimView(
        ClaimId id,
        GrantId application,
        TrancheId tranche,
        ClaimKind kind,
        ClaimStatus status,
        List<ClaimFiling.Line> lines,
        Money claimed,
        @Nullable String explanation,
        @Nullable Money accepted,
        List<RefusedLine> refused,
        String report,
        List<ClaimFiling.Paper> papers,
        List<Violation> missing,
        @Nullable String reason,
        @Nullable String clarification,
        int revision,
        @Nullable Instant submittedAt,
        int version) {

    static ClaimView of(Claim claim, List<ClaimFiling.Paper> papers, List<Violation> missing) {
        return new ClaimView(
                claim.id(),
                claim.grant(),
                claim.tranche(),
                claim.kind(),
                claim.status(),
                claim.lines(),
                claim.claimed(),
                claim.explanation()
                        .map(text -> text.in(CallerLanguage.current().tag()))
                        .orElse(null),
                claim.accepted().orElse(null),
                claim.refused(),
                claim.report(),
                papers,
                missing,
                claim.reason(),
                claim.question(),
                claim.revision(),
                claim.submittedAt().orElse(null),
                claim.version());
    }
}
