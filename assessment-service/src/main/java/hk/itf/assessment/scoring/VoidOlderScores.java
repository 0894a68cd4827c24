package hk.itf.assessment.scoring;

import hk.itf.assessment.caseroute.CaseResumed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** After a clarification the content is another, so that scores given before count no more. */
@ApplicationScoped
class VoidOlderScores {

    private static final Logger LOG = Logger.getLogger(VoidOlderScores.class);

    private final ScoreSheets sheets;

    VoidOlderScores(ScoreSheets sheets) {
        this.sheets = sheets;
    }

    void on(@Observes CaseResumed resumed) {
        var voided = sheets.voidOlderThan(resumed.reviewCase(), resumed.round(), resumed.at());
        LOG.infof("review case %s: %d scores of older rounds count no more", resumed.reviewCase(), voided);
    }
}
