package hk.itf.assessment.scoring;

import hk.itf.model.id.PersonId;
import java.util.List;

/**
 * The sheets of one round that count.
 *
 * @param sumOfTenths of their weighted scores, each in tenths of a mark out of 100
 */
public record Tally(List<PersonId> assessors, int sumOfTenths) {

    public Tally {
        assessors = List.copyOf(assessors);
    }

    public int sheets() {
        return assessors.size();
    }

    /** Compares the mean with the pass mark (out of 100) without dividing, so that no rounding decides. */
    public boolean meets(int passMark) {
        return !assessors.isEmpty() && sumOfTenths >= Math.multiplyExact(passMark * 10, assessors.size());
    }
}
