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

/**
 * An envelope and what is left in it.
 *
 * @param recovered what grantees owed and paid back
 * @param free appropriated and recovered less committed
 * @param waiting awards that wait for funds, in the order in which they will be committed
 */
public record EnvelopeView(
        EnvelopeId id,
        String scheme,
        String financialYear,
        Money appropriated,
        Money recovered,
        Money committed,
        Money free,
        List<TopUpView> topUps,
        List<WaitingAwardView> waiting,
        @JsonIgnore int version) {

    /** A proposed or confirmed addition. */
    public record TopUpView(
            UUID id,
            Money amount,
            String reason,
            @JsonUnwrapped ProposalView proposal) {}

    /** One that waits. */
    public record WaitingAwardView(GrantId grant, String reference, Money wanted, Instant waitingSince) {}
}
