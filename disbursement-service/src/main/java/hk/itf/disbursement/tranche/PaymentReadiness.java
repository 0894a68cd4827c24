package hk.itf.disbursement.tranche;

import hk.itf.disbursement.hold.HoldView;
import hk.itf.model.DomainException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What stands between a tranche and its payment at one moment.
 *
 * @param waitsFor what else has to be known first, such as the bank's answer on its advance
 */
public record PaymentReadiness(
        List<GateView> gates, @Nullable String waitsFor, List<HoldView> holds, boolean dutyConflict) {

    boolean isReady() {
        return waitsFor == null
                && holds.isEmpty()
                && !dutyConflict
                && gates.stream().allMatch(GateView::met);
    }

    /** @throws DomainException {@code gate-unmet}, {@code on-hold} or {@code duty-conflict}, naming each */
    public void require() {
        var unmet = gates.stream()
                .filter(gate -> !gate.met())
                .map(gate -> gate.gate() + " (" + gate.why() + ")")
                .collect(Collectors.joining("; "));
        if (!unmet.isEmpty()) {
            throw DomainException.conflict("gate-unmet", "Not every gate is met: " + unmet + ".");
        }
        if (waitsFor != null) {
            throw DomainException.conflict("gate-unmet", "It waits for " + waitsFor + ".");
        }
        if (!holds.isEmpty()) {
            throw DomainException.conflict(
                    "on-hold",
                    "It is held: "
                            + holds.stream()
                                    .map(hold -> hold.target() + " (" + hold.reason() + ")")
                                    .collect(Collectors.joining("; "))
                            + ".");
        }
        if (dutyConflict) {
            throw DomainException.conflict(
                    "duty-conflict",
                    "One person took two duties of this grant elsewhere; it has to be resolved before money leaves.");
        }
    }
}
