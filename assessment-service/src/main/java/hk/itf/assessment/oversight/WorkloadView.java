package hk.itf.assessment.oversight;

import hk.itf.assessment.reviewcase.Stage;
import hk.itf.model.id.PersonId;
import java.util.List;

/** The tasks of each person, and the waiting tasks of each stage. */
public record WorkloadView(List<PersonLoad> people, List<StageLoad> waiting) {

    /**
     * The tasks of one person.
     *
     * @param held tasks held now
     * @param done tasks done in the last thirty days
     * @param lapsed tasks whose lease lapsed in the last thirty days
     */
    public record PersonLoad(PersonId person, long held, long done, long lapsed) {}

    /** @param overdue the waiting tasks past their due day */
    public record StageLoad(Stage stage, long tasks, long overdue) {}
}
