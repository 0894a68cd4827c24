package hk.itf.assessment.reviewcase;

import hk.itf.infra.duty.Timeline;
import hk.itf.infra.duty.Tracked;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Every transition leaves a row on the timeline and a line in the log; both carry ids, neither carries words people wrote. */
@ApplicationScoped
public class Journal {

    private static final Logger LOG = Logger.getLogger(Journal.class);

    private final Timeline timeline;

    Journal(Timeline timeline) {
        this.timeline = timeline;
    }

    public void record(Tracked aggregate, Enum<?> transition, PersonId actor, Instant now) {
        timeline.record(aggregate, transition, actor, now);
        LOG.infof("%s: %s by %s", aggregate, transition, actor);
    }
}
