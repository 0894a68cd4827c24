package hk.itf.assessment.oversight;

import hk.itf.assessment.reviewcase.Stage;
import hk.itf.model.id.PersonId;
import java.util.List;

/** Who has how much on the desk, and where work waits. */
public record WorkloadView(List<PersonLoad> people, List<StageLoad> waiting) {

    /**
     * @param held now
     * @param done in the last thirty days
     * @param lapsed leases that nobody kept alive, in the last thirty days
     */
    public record PersonLoad(PersonId person, long held, long done, long lapsed) {}

    /** @param overdue past the day they are due */
    public record StageLoad(Stage stage, long tasks, long overdue) {}
}
