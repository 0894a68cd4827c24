package hk.itf.assessment.queue;

import hk.itf.assessment.Roles;
import hk.itf.assessment.reviewcase.Stage;
import hk.itf.assessment.reviewtask.ReviewTasks;
import hk.itf.infra.http.Actor;
import hk.itf.infra.testkit.MillionRows;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReviewTaskId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A poll of the queue, a heartbeat and a list of tasks read what they show. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "assessment"))
class QueueReadsTest {

    @Inject
    MillionRows rows;

    @Inject
    ReviewQueue queue;

    @Inject
    ReviewTasks tasks;

    @Inject
    TaskQueries queries;

    @Test
    void pollsFirstTask() {
        rows.assertReads(300, () -> queue.take(actor(Roles.ASSESSOR), List.of()));
        rows.assertReads(300, () -> queue.take(actor(Roles.ASSESSOR), List.of(Stage.TECHNICAL_REVIEW)));
    }

    /** The tasks of the decision authority are the last of the queue. */
    @Test
    void pollsRareTaskBehindAllOthers() {
        rows.assertReads(300, () -> queue.take(actor(Roles.DECISION_AUTHORITY, Roles.SECRETARIAT), List.of()));
    }

    @Test
    void pollsQueueWithoutTask() {
        rows.assertReads(100, () -> queue.take(actor(Roles.SECRETARIAT), List.of()));
        rows.assertReads(100, () -> queue.take(actor(Roles.ASSESSOR), List.of(Stage.BUSINESS_REVIEW)));
    }

    @Test
    void looksTasksUpByKey() {
        var task = ReviewTaskId.of(MillionRows.id(21, 4001));
        rows.assertReads(10, () -> queue.lock(PersonId.of(MillionRows.id(3, 1))));
        rows.assertReads(20, () -> queue.mayJudge(PersonId.of(MillionRows.id(3, 1)), task));
        rows.assertReads(20, () -> tasks.lockOpen(tasks.caseOf(task).orElseThrow()));
    }

    @Test
    void listsTasks() {
        rows.assertReads(20, () -> queries.list(true, actor(Roles.ASSESSOR)));
        rows.assertReads(300, () -> queries.list(false, actor(Roles.SECRETARIAT)));
    }

    private static Actor actor(String... roles) {
        return new Actor(
                PersonId.of(MillionRows.id(3, 1)), Set.of(roles), Set.of(OrganisationId.of(MillionRows.id(2, 5))));
    }
}
