package hk.itf.disbursement.grant;

import java.util.List;

/** Whether every law of money holds at this moment. */
public record CoherenceView(boolean coherent, List<Check> checks) {

    /**
     * One law.
     *
     * @param detail the first things that break it; empty when it holds
     */
    public record Check(String law, boolean ok, String detail) {}

    static CoherenceView of(List<Check> checks) {
        return new CoherenceView(checks.stream().allMatch(Check::ok), checks);
    }
}
