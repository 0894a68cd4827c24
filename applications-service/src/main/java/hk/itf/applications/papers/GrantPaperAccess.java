package hk.itf.applications.papers;

import hk.itf.infra.eventing.Reception;
import hk.itf.model.event.AssessmentEvent.ReviewTaskEnded;
import hk.itf.model.event.AssessmentEvent.ReviewTaskTaken;
import hk.itf.model.event.Subject;
import hk.itf.model.id.AmendmentId;
import hk.itf.model.id.ClaimId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;

/** Opens the paper access of a review task when the task is taken, and ends the access with the task. */
@ApplicationScoped
public class GrantPaperAccess {

    private final Papers papers;

    GrantPaperAccess(Papers papers) {
        this.papers = papers;
    }

    @Transactional(TxType.MANDATORY)
    public Reception handle(ReviewTaskTaken taken) {
        papers.openAccess(
                taken.task(),
                taken.grant(),
                amendment(taken.subject()),
                claim(taken.subject()),
                taken.actor(),
                taken.stage(),
                taken.groups(),
                taken.blind(),
                taken.until());
        return Reception.APPLIED;
    }

    @Transactional(TxType.MANDATORY)
    public Reception handle(ReviewTaskEnded ended) {
        papers.endAccess(ended.task(), ended.endedAt());
        return Reception.APPLIED;
    }

    private static Optional<AmendmentId> amendment(Subject subject) {
        return switch (subject.kind()) {
            case AMENDMENT -> Optional.of(AmendmentId.of(subject.id()));
            case APPLICATION, CLAIM -> Optional.empty();
        };
    }

    private static Optional<ClaimId> claim(Subject subject) {
        return switch (subject.kind()) {
            case CLAIM -> Optional.of(ClaimId.of(subject.id()));
            case APPLICATION, AMENDMENT -> Optional.empty();
        };
    }
}
