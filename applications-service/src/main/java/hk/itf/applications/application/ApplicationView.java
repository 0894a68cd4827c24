package hk.itf.applications.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import hk.itf.applications.grant.DebtView;
import hk.itf.applications.grant.GrantTranche;
import hk.itf.model.Violation;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.funding.EntitlementStatement;
import hk.itf.model.scheme.tranche.Gate;
import hk.itf.model.scheme.tranche.PlannedTranche;
import hk.itf.model.scheme.value.DateRange;
import hk.itf.model.scheme.value.SchemeRef;
import hk.itf.model.scheme.vetting.EligibilityOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An application as the members of its organisation see it.
 *
 * @param scheme the scheme version; provisional before the first submission
 * @param turn who has to act next: {@code applicant}, {@code fund} or nobody
 * @param missing the missing or invalid answers and papers, before submission
 * @param stage the running stage of the grant, 1 for the first
 * @param stagePassed whether the running stage is passed, so that the next one can be requested
 * @param waitingFor why the award, or the version that increases it, is not committed yet
 * @param pledgedBy the Hong Kong day by which the fund has promised an answer
 * @param cutOff the last Hong Kong day of the batch to which the application belongs; for a draft, of the batch of a
 *     submission today; absent when the scheme has no batches
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApplicationView(
        GrantId id,
        @Nullable String reference,
        SchemeRef scheme,
        boolean schemePinned,
        OrganisationId organisation,
        ApplicationStatus status,
        String turn,
        Map<String, Object> answers,
        List<Violation> missing,
        @Nullable EligibilityOutcome eligibility,
        @Nullable EntitlementStatement entitlement,
        List<PlannedTranche> proposed,
        @Nullable Money awarded,
        int awardVersion,
        int stage,
        boolean stagePassed,
        List<TrancheView> tranches,
        List<DebtView> debts,
        @Nullable String waitingFor,
        @Nullable LocalDate pledgedBy,
        @Nullable LocalDate cutOff,
        @Nullable String clarification,
        @Nullable String letter,
        @Nullable LocalDate acceptBy,
        Instant startedAt,
        @Nullable Instant submittedAt,
        int version) {

    /**
     * A tranche of the running grant.
     *
     * @param gates the gates to meet before payment; none for an advance
     * @param reportBy the last Hong Kong day for its report
     * @param matchNeeded the least matching money to evidence
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TrancheView(
            TrancheId id,
            int number,
            Money amount,
            DateRange period,
            LocalDate claimBy,
            GrantTranche.Status status,
            @Nullable Money accepted,
            Money paid,
            @Nullable Money advanceAvailable,
            @Nullable TrancheId advanceOf,
            Set<Gate> gates,
            @Nullable LocalDate reportBy,
            @Nullable Money matchNeeded) {

        static TrancheView of(GrantTranche tranche, Optional<PlannedTranche> planned) {
            return new TrancheView(
                    tranche.id(),
                    tranche.number(),
                    tranche.amount(),
                    tranche.period(),
                    tranche.claimBy(),
                    tranche.status(),
                    tranche.accepted().orElse(null),
                    tranche.paid(),
                    tranche.advanceable().orElse(null),
                    tranche.advanceOf().orElse(null),
                    planned.map(PlannedTranche::gates).orElse(Set.of()),
                    planned.map(PlannedTranche::reportBy).orElse(null),
                    planned.map(PlannedTranche::matchingMoneyNeeded)
                            .filter(needed -> !needed.isZero())
                            .orElse(null));
        }
    }

    /** An application in a list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Summary(
            GrantId id,
            @Nullable String reference,
            String scheme,
            OrganisationId organisation,
            ApplicationStatus status,
            @Nullable Money awarded,
            @Nullable LocalDate pledgedBy,
            Instant startedAt) {}
}
