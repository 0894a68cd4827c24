package hk.itf.applications.amendment;

import hk.itf.model.id.AmendmentId;
import hk.itf.model.id.GrantId;
import hk.itf.model.scheme.question.Answers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/**
 * Reads the changed answers of an amendment under review, personal data included, for the reviewers of the amendment. The
 * caller has checked that the reader holds the review task.
 */
@ApplicationScoped
public class ProposedAnswers {

    private final Amendments amendments;

    ProposedAnswers(Amendments amendments) {
        this.amendments = amendments;
    }

    /**
     * The changed answers, if the amendment belongs to the grant and is under review; otherwise no answers. A draft or an
     * amendment in clarification can still change, and nobody reviews an amendment that was decided or withdrawn.
     */
    @Transactional(TxType.MANDATORY)
    public Answers underReview(GrantId grant, AmendmentId id) {
        return amendments
                .find(id)
                .filter(amendment -> amendment.grant().equals(grant) && amendment.status() == AmendmentStatus.SUBMITTED)
                .map(Amendment::changes)
                .orElse(Answers.NONE);
    }
}
