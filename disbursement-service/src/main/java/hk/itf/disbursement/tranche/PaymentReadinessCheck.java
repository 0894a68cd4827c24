package hk.itf.disbursement.tranche;

import hk.itf.disbursement.hold.Holds;
import hk.itf.disbursement.payee.PayeeVerification;
import hk.itf.disbursement.payee.Payees;
import hk.itf.infra.duty.GrantDuties;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.scheme.tranche.Gate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says what stands between a tranche and its payment, from the rows as they are now. Asked again at every act: that a
 * tranche became due does not mean that it still may be paid.
 */
@ApplicationScoped
public class PaymentReadinessCheck {

    private final Gates gates;
    private final Holds holds;
    private final Payees payees;
    private final GrantDuties duties;

    PaymentReadinessCheck(Gates gates, Holds holds, Payees payees, GrantDuties duties) {
        this.gates = gates;
        this.holds = holds;
        this.payees = payees;
        this.duties = duties;
    }

    @Transactional(TxType.MANDATORY)
    public PaymentReadiness readinessOf(Tranche tranche, OrganisationId organisation, Instant now) {
        return new PaymentReadiness(
                gatesOf(tranche.id(), organisation, now),
                tranche.money().awaitsAnswer() ? "the bank's answer on the advance" : null,
                holds.standingOn(ids(tranche), tranche.grant(), organisation),
                duties.inConflict(tranche.grant()));
    }

    /** What holds a tranche holds what is paid of it in advance. */
    private static List<TrancheId> ids(Tranche tranche) {
        return Stream.concat(Stream.of(tranche.id()), tranche.advanceOf().stream())
                .toList();
    }

    private List<GateView> gatesOf(TrancheId tranche, OrganisationId organisation, Instant now) {
        var payee = payees.newest(organisation);
        return gates.of(tranche).entrySet().stream()
                .map(entry -> entry.getKey() == Gate.PAYEE_VERIFIED
                        ? payeeGate(payee, now)
                        : gate(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static GateView gate(Gate gate, Optional<Instant> metAt) {
        var words = switch (gate) {
            case AGREEMENT_SIGNED -> metAt.isPresent() ? "the offer was accepted" : "the offer is not accepted";
            case CLAIM_ACCEPTED -> metAt.isPresent() ? "a claim was accepted" : "no claim is accepted yet";
            case REPORT_ACCEPTED ->
                metAt.isPresent() ? "the progress report was accepted" : "no progress report is accepted yet";
            case MILESTONE_ACCEPTED ->
                metAt.isPresent() ? "the milestone was accepted" : "the milestone is not accepted yet";
            case MATCHING_EVIDENCED ->
                metAt.isPresent() ? "the matching money was evidenced" : "the matching money is not evidenced yet";
            case ACCOUNTS_ACCEPTED ->
                metAt.isPresent() ? "the accounts were accepted" : "the accounts of the grant are not accepted yet";
            case STAGE_PASSED -> metAt.isPresent() ? "the stage was passed" : "the stage is not passed yet";
            case PAYEE_VERIFIED -> throw new IllegalArgumentException("read from the payee");
        };
        return new GateView(gate, metAt.isPresent(), metAt.orElse(null), words);
    }

    private static GateView payeeGate(Optional<PayeeVerification> payee, Instant now) {
        if (payee.isEmpty()) {
            return new GateView(Gate.PAYEE_VERIFIED, false, null, "no bank details are filed");
        }
        var standing = payee.get();
        if (standing.verifiedBy() == null || standing.coolsOffAt() == null) {
            return new GateView(
                    Gate.PAYEE_VERIFIED, false, null, "bank details " + standing.version() + " are not verified");
        }
        return standing.payableAt(now)
                ? new GateView(Gate.PAYEE_VERIFIED, true, standing.coolsOffAt(), "verified and cooled off")
                : new GateView(
                        Gate.PAYEE_VERIFIED, false, null, "verified, cooling off until " + standing.coolsOffAt());
    }
}
