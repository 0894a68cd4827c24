package hk.itf.model.filing;

import hk.itf.model.event.AssessmentEvent.ClaimAccepted;
import hk.itf.model.event.AssessmentEvent.StageGatePassed;
import hk.itf.model.event.ClaimFiling;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.ClaimKind;
import hk.itf.model.scheme.tranche.Gate;
import java.util.Set;

/**
 * What one revision of a claim asked for.
 *
 * @param claimed the most that can be accepted
 * @param gates the gates that an acceptance can meet
 */
public record FiledClaim(ClaimKind kind, TrancheId tranche, Money claimed, Set<Gate> gates) {

    public FiledClaim {
        gates = Set.copyOf(gates);
    }

    public static FiledClaim of(ClaimFiling filing) {
        return new FiledClaim(filing.kind(), filing.tranche(), filing.claimed(), Set.copyOf(filing.gates()));
    }

    /** @throws IllegalStateException when the stage that was passed is not what this filing is about */
    public void requireAgreement(StageGatePassed passed) {
        Agreement.require("kind", ClaimKind.STAGE_GATE, kind);
        Agreement.require("tranche", passed.tranche(), tranche);
    }

    /** @throws IllegalStateException when the acceptance is not about this filing, accepts more or meets other gates */
    public void requireAgreement(ClaimAccepted accepted) {
        Agreement.require("kind", accepted.kind(), kind);
        Agreement.require("tranche", accepted.tranche(), tranche);
        Agreement.requireAtMost("accepts", accepted.accepted(), "claim", claimed);
        if (!gates.containsAll(accepted.gates())) {
            throw new IllegalStateException(
                    "the decision meets the gates %s, the filing names %s".formatted(accepted.gates(), gates));
        }
    }
}
