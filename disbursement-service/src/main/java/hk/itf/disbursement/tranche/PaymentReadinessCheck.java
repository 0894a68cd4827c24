package hk.itf.disbursement.tranche;

import static hk.itf.model.NamedValue.value;

import hk.itf.disbursement.hold.Holds;
import hk.itf.disbursement.payee.PayeeVerification;
import hk.itf.disbursement.payee.Payees;
import hk.itf.disbursement.tranche.PaymentReadiness.GateCheck;
import hk.itf.infra.duty.GrantDuties;
import hk.itf.model.Wording;
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
 * Checks whether a tranche can be paid now, from its gates, holds, bank details and duty conflicts. Preparation and
 * release check again, because a gate can become unmet or a hold can be placed after the tranche became due.
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
    public PaymentReadiness check(Tranche tranche, OrganisationId organisation, Instant now) {
        return new PaymentReadiness(
                gatesOf(tranche.id(), organisation, now),
                tranche.money().isAwaitingBankAnswer() ? Wording.of("bank-answer-on-advance") : null,
                holds.activeOn(ids(tranche), tranche.grant(), organisation),
                duties.inConflict(tranche.grant()));
    }

    /**
     * The tranche and, for an advance, the tranche it was split off from: a hold on a tranche also stops its advance.
     */
    private static List<TrancheId> ids(Tranche tranche) {
        return Stream.concat(Stream.of(tranche.id()), tranche.advanceOf().stream())
                .toList();
    }

    private List<GateCheck> gatesOf(TrancheId tranche, OrganisationId organisation, Instant now) {
        var payee = payees.newest(organisation);
        return gates.of(tranche).entrySet().stream()
                .map(entry -> entry.getKey() == Gate.PAYEE_VERIFIED
                        ? payeeGate(payee, now)
                        : entry.getValue()
                                .map(metAt -> new GateCheck(entry.getKey(), metAt, explainMet(entry.getKey())))
                                .orElseGet(() -> new GateCheck(entry.getKey(), null, explainUnmet(entry.getKey()))))
                .toList();
    }

    private static Wording explainMet(Gate gate) {
        return switch (gate) {
            case AGREEMENT_SIGNED -> Wording.of("gate-met.AGREEMENT_SIGNED");
            case CLAIM_ACCEPTED -> Wording.of("gate-met.CLAIM_ACCEPTED");
            case REPORT_ACCEPTED -> Wording.of("gate-met.REPORT_ACCEPTED");
            case MILESTONE_ACCEPTED -> Wording.of("gate-met.MILESTONE_ACCEPTED");
            case MATCHING_EVIDENCED -> Wording.of("gate-met.MATCHING_EVIDENCED");
            case ACCOUNTS_ACCEPTED -> Wording.of("gate-met.ACCOUNTS_ACCEPTED");
            case STAGE_PASSED -> Wording.of("gate-met.STAGE_PASSED");
            case PAYEE_VERIFIED -> Wording.of("gate-met.PAYEE_VERIFIED");
        };
    }

    private static Wording explainUnmet(Gate gate) {
        return switch (gate) {
            case AGREEMENT_SIGNED -> Wording.of("gate-unmet.AGREEMENT_SIGNED");
            case CLAIM_ACCEPTED -> Wording.of("gate-unmet.CLAIM_ACCEPTED");
            case REPORT_ACCEPTED -> Wording.of("gate-unmet.REPORT_ACCEPTED");
            case MILESTONE_ACCEPTED -> Wording.of("gate-unmet.MILESTONE_ACCEPTED");
            case MATCHING_EVIDENCED -> Wording.of("gate-unmet.MATCHING_EVIDENCED");
            case ACCOUNTS_ACCEPTED -> Wording.of("gate-unmet.ACCOUNTS_ACCEPTED");
            case STAGE_PASSED -> Wording.of("gate-unmet.STAGE_PASSED");
            case PAYEE_VERIFIED -> throw new IllegalArgumentException("PAYEE_VERIFIED is read from the bank details");
        };
    }

    private static GateCheck payeeGate(Optional<PayeeVerification> newest, Instant now) {
        if (newest.isEmpty()) {
            return unmetPayee(Wording.of("gate-unmet.payee-missing"));
        }
        var payee = newest.get();
        if (payee.verifiedBy() == null || payee.coolsOffAt() == null) {
            return unmetPayee(Wording.of("gate-unmet.payee-unverified", value("version", payee.version())));
        }
        return payee.isPayableAt(now)
                ? new GateCheck(Gate.PAYEE_VERIFIED, payee.coolsOffAt(), explainMet(Gate.PAYEE_VERIFIED))
                : unmetPayee(Wording.of("gate-unmet.payee-cooling-off", value("until", payee.coolsOffAt())));
    }

    private static GateCheck unmetPayee(Wording explanation) {
        return new GateCheck(Gate.PAYEE_VERIFIED, null, explanation);
    }
}
