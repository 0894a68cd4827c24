package hk.itf.assessment.reviewtask;

import static hk.itf.model.NamedValue.value;

import hk.itf.assessment.reviewcase.ReviewCase;
import hk.itf.assessment.reviewcase.Stage;
import hk.itf.infra.http.Actor;
import hk.itf.model.DomainException;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import hk.itf.model.scheme.Scheme;
import java.util.List;
import java.util.function.Predicate;

/**
 * A task that the acting person holds, with its case and its scheme. The case and its open tasks are locked.
 *
 * @param others the other open tasks of the case
 */
public record HeldTask(ReviewCase reviewCase, ReviewTask task, List<ReviewTask> others, Scheme scheme, Actor actor) {

    public HeldTask {
        others = List.copyOf(others);
    }

    public PersonId person() {
        return actor.person();
    }

    public GrantId grant() {
        return task.grantId();
    }

    public HeldTask requireStage(Stage stage) {
        return requireStage(each -> each == stage);
    }

    public HeldTask requireStage(Predicate<Stage> fits) {
        if (!fits.test(task.stage())) {
            throw DomainException.conflict("wrong-stage", value("stage", task.stage()));
        }
        return this;
    }

    public ActView view() {
        return new ActView(
                task.id(),
                task.status(),
                reviewCase.id(),
                reviewCase.status(),
                reviewCase.stage(),
                reviewCase.outcome().orElse(null),
                task.version());
    }
}
