package hk.itf.model.event;

import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.DateRange;
import hk.itf.model.scheme.Gate;
import java.util.List;

/**
 * A claim as handed over for vetting.
 *
 * @param tranche the one tranche it is for
 * @param report the progress report that goes with it
 * @param gates what its acceptance meets
 */
public record ClaimFiling(
        int revision, TrancheId tranche, List<Line> lines, Money claimed, String report, List<Gate> gates) {

    /**
     * One person-month.
     *
     * @param number 1 for the first line of the claim
     * @param period the days it covers
     * @param paid what the grantee says was really paid
     * @param claimed what the formula makes of it
     */
    public record Line(int number, DateRange period, Money paid, Money claimed) {}

    public ClaimFiling {
        lines = List.copyOf(lines);
        gates = List.copyOf(gates);
    }
}
