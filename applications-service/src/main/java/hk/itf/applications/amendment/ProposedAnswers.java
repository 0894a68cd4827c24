package hk.itf.applications.amendment;

import hk.itf.model.id.AmendmentId;
import hk.itf.model.id.GrantId;
import hk.itf.model.scheme.question.Answers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** Reads the changed answers of an amendment under review, personal data included, for its reviewers. */
@ApplicationScoped
public class ProposedAnswers {

    private final Amendments amendments;

    ProposedAnswers(Amendments amendments) {
        this.amendments = amendments;
    }

    /** The changed answers as submitted; none unless the amendment is under review, because others can still change. */
    @Transactional(TxType.MANDATORY)
    public Answers by(GrantId grant, AmendmentId id) {
        return amendments
                .find(id)
                .filter(amendment -> amendment.grant().equals(grant) && amendment.status() == AmendmentStatus.SUBMITTED)
                .map(Amendment::changes)
                .orElse(Answers.NONE);
    }
}
