package hk.itf.assessment.reviewcase;

import hk.itf.model.id.PersonId;
import java.util.List;

/** Who has how much on the desk, and where work waits. */
public record WorkloadView(List<PersonLoad> people, List<StageLoad> waiting) {

    /**
     * @param taken held now
     * @param done finished so far
     */
    public record PersonLoad(PersonId person, long taken, long done) {}

    public record StageLoad(Stage stage, long tasks) {}
}
