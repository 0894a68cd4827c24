package hk.itf.disbursement.grant;

import java.util.List;

/** The result of one check of all laws of money. */
public record CoherenceView(boolean coherent, List<Check> checks) {

    /**
     * The result for one law.
     *
     * @param law the law as a sentence, in the caller's language
     * @param detail ids of up to 10 rows that break the law; empty when the law holds
     */
    public record Check(String law, boolean ok, String detail) {}

    static CoherenceView of(List<Check> checks) {
        return new CoherenceView(checks.stream().allMatch(Check::ok), checks);
    }
}
