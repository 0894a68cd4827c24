package hk.itf.applications.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import hk.itf.applications.grant.DebtView;
import hk.itf.applications.grant.GrantTranche;
import hk.itf.model.Violation;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.funding.Entitlement;
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
 * An application as its people see it.
 *
 * @param scheme the version it is read against; provisional before submission
 * @param turn whose turn it is: {@code applicant}, {@code fund} or nobody's
 * @param missing what still has to be given or put right before it can be submitted
 * @param stage of the grant, 1 for the first
 * @param stagePassed whether the next stage can be asked for
 * @param waitingFor why the money of the award, or of a version that raises it, is not committed yet
 * @param pledgedBy the day by which the fund has promised an answer (Hong Kong)
 * @param cutOff where applications are assessed in batches, the last day (Hong Kong) of the batch this one is in, or would be
 *     in if it were submitted today
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
        @Nullable Entitlement entitlement,
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
     * An instalment of the running grant.
     *
     * @param gates what has to be so before it is paid; none for what is paid in advance
     * @param reportBy the last day (Hong Kong) on which what has to be reported for it is in time
     * @param matchNeeded the least that others have to bring for it
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

    /** One line of a list. */
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
