package hk.itf.applications.amendment;

import hk.itf.model.id.AmendmentId;
import hk.itf.model.id.GrantId;
import hk.itf.model.scheme.question.Answers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** What amendments under review answer anew, with what is personal: for whoever has one to judge. */
@ApplicationScoped
public class ProposedAnswers {

    private final Amendments amendments;

    ProposedAnswers(Amendments amendments) {
        this.amendments = amendments;
    }

    /** As handed over; none of one that is not under review, which may be changing. */
    @Transactional(TxType.MANDATORY)
    public Answers by(GrantId grant, AmendmentId id) {
        return amendments
                .find(id)
                .filter(amendment -> amendment.grant().equals(grant) && amendment.status() == AmendmentStatus.SUBMITTED)
                .map(Amendment::changes)
                .orElse(Answers.NONE);
    }
}
