package hk.itf.disbursement.envelope;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import hk.itf.disbursement.proposal.ProposalView;
import hk.itf.model.id.EnvelopeId;
import hk.itf.model.id.GrantId;
import hk.itf.model.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An envelope and what is left in it.
 *
 * @param recovered what grantees owed and paid back
 * @param committed what it promised to awards, whatever became of that
 * @param decommitted what awards gave back to it, promised in this year or an earlier one
 * @param carriedIn what was free in earlier years
 * @param carriedOut what was free when its year was over, and went on to the year that was open
 * @param free appropriated, recovered, decommitted and carried in, less committed and carried out
 * @param waiting awards that wait for funds, in the order in which they will be committed
 */
public record EnvelopeView(
        EnvelopeId id,
        String scheme,
        String financialYear,
        Money appropriated,
        Money recovered,
        Money committed,
        Money decommitted,
        Money carriedIn,
        Money carriedOut,
        Money free,
        List<TopUpView> topUps,
        List<CarryOverView> carryOvers,
        List<WaitingAwardView> waiting,
        @JsonIgnore int version) {

    /** A proposed or confirmed addition. */
    public record TopUpView(
            UUID id,
            Money amount,
            String reason,
            @JsonUnwrapped ProposalView proposal) {}

    /**
     * A proposed or confirmed end of its year.
     *
     * @param to the envelope of the year that was open
     * @param carried what was free at the confirmation
     * @param awards how many waited, and go on waiting in the year that was open
     */
    public record CarryOverView(
            UUID id,
            String reason,
            @Nullable EnvelopeId to,
            @Nullable Money carried,
            @Nullable Integer awards,
            @JsonUnwrapped ProposalView proposal) {}

    /** One that waits. */
    public record WaitingAwardView(GrantId grant, String reference, Money wanted, Instant waitingSince) {}
}
