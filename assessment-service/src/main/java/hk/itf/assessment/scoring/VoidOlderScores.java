package hk.itf.assessment.scoring;

import hk.itf.assessment.caseroute.CaseResumed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Voids the score sheets of earlier rounds when a case resumes after a clarification, because the content has changed. */
@ApplicationScoped
class VoidOlderScores {

    private static final Logger LOG = Logger.getLogger(VoidOlderScores.class);

    private final ScoreSheets sheets;

    VoidOlderScores(ScoreSheets sheets) {
        this.sheets = sheets;
    }

    void on(@Observes CaseResumed resumed) {
        var voided = sheets.voidOlderThan(resumed.reviewCase(), resumed.round(), resumed.at());
        LOG.infof("review case %s: %d score sheets of earlier rounds are voided", resumed.reviewCase(), voided);
    }
}
