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
 * An envelope with its amounts.
 *
 * @param recovered amount of receivables that came back
 * @param committed amount committed to awards, including decommitted amounts
 * @param decommitted amount that awards gave back, committed in this year or an earlier one
 * @param carriedIn free amount of earlier years that was carried over to this one
 * @param carriedOut free amount that was carried over to the open year
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

    /** A top-up. */
    public record TopUpView(
            UUID id,
            Money amount,
            String reason,
            @JsonUnwrapped ProposalView proposal) {}

    /**
     * A carry-over.
     *
     * @param to the envelope of the open year; null before the confirmation
     * @param carried free amount at the confirmation; null before
     * @param awards number of waiting awards that moved to the open year; null before the confirmation
     */
    public record CarryOverView(
            UUID id,
            String reason,
            @Nullable EnvelopeId to,
            @Nullable Money carried,
            @Nullable Integer awards,
            @JsonUnwrapped ProposalView proposal) {}

    /** An award that waits for funds. */
    public record WaitingAwardView(GrantId grant, String reference, Money wanted, Instant waitingSince) {}
}
