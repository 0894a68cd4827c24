package hk.itf.disbursement.grant;

import hk.itf.disbursement.award.AwardQueries;
import hk.itf.disbursement.tranche.TrancheQueries;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.DomainException;
import hk.itf.model.id.GrantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Reads one grant: its award, tranches and timeline. */
@ApplicationScoped
class GrantQueries {

    private final AwardQueries awards;
    private final TrancheQueries tranches;
    private final Timeline timeline;

    GrantQueries(AwardQueries awards, TrancheQueries tranches, Timeline timeline) {
        this.awards = awards;
        this.tranches = tranches;
        this.timeline = timeline;
    }

    @Transactional
    GrantView get(GrantId grant) {
        return new GrantView(awards.get(grant), tranches.of(grant));
    }

    @Transactional
    List<Timeline.Row> timelineOf(GrantId grant) {
        var rows = timeline.of(grant);
        if (rows.isEmpty()) {
            throw DomainException.notFound("grant");
        }
        return rows;
    }
}
