package hk.itf.disbursement.tranche;

import static hk.itf.model.NamedValue.value;

import hk.itf.disbursement.hold.HoldView;
import hk.itf.model.DomainException;
import hk.itf.model.Wording;
import hk.itf.model.scheme.tranche.Gate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a tranche can be paid at one moment: its gates, holds and duty conflicts.
 *
 * @param waitsFor a label that names a missing answer, such as the bank's answer on the advance; null when none is
 *     missing
 * @param holds the active holds on the tranche, its award and its organisation
 * @param hasDutyConflict whether the grant has an unresolved duty conflict
 */
public record PaymentReadiness(
        List<GateCheck> gates, @Nullable Wording waitsFor, List<HoldView> holds, boolean hasDutyConflict) {

    /**
     * One gate at one moment.
     *
     * @param metAt when the gate was met; null while it is unmet
     * @param explanation a label that says why the gate is met or unmet
     */
    public record GateCheck(Gate gate, @Nullable Instant metAt, Wording explanation) {

        boolean isMet() {
            return metAt != null;
        }
    }

    boolean isReady() {
        return waitsFor == null
                && holds.isEmpty()
                && !hasDutyConflict
                && gates.stream().allMatch(GateCheck::isMet);
    }

    /**
     * Refuses a tranche that cannot be paid now.
     *
     * @throws DomainException {@code gate-unmet}, {@code on-hold} or {@code duty-conflict}, each with the causes
     */
    public void require() {
        var unmet = gates.stream()
                .filter(gate -> !gate.isMet())
                .map(GateCheck::explanation)
                .toList();
        if (!unmet.isEmpty()) {
            throw DomainException.conflict("gate-unmet", value("gates", unmet));
        }
        if (waitsFor != null) {
            throw DomainException.conflict("gate-unmet.answer-missing", value("answer", waitsFor));
        }
        if (!holds.isEmpty()) {
            throw DomainException.conflict("on-hold", value("holds", activeHolds()));
        }
        if (hasDutyConflict) {
            throw DomainException.conflict("duty-conflict");
        }
    }

    private List<Wording> activeHolds() {
        return holds.stream()
                .map(hold ->
                        Wording.of("hold-with-reason", value("target", hold.target()), value("reason", hold.reason())))
                .toList();
    }
}
