package hk.itf.assessment.scoring;

import hk.itf.model.id.PersonId;
import java.util.List;

/**
 * The valid score sheets of one stage in one round.
 *
 * @param sumOfTenths the sum of the weighted scores, each in tenths of a mark out of 100
 */
public record Tally(List<PersonId> assessors, int sumOfTenths) {

    public Tally {
        assessors = List.copyOf(assessors);
    }

    public int sheets() {
        return assessors.size();
    }

    /** Whether the mean score reaches the pass mark (out of 100). Compares without division, so that nothing is rounded. */
    public boolean meets(int passMark) {
        return !assessors.isEmpty() && sumOfTenths >= Math.multiplyExact(passMark * 10, assessors.size());
    }
}
