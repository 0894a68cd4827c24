package hk.itf.applications.claim;

import static hk.itf.model.NamedValue.value;

import hk.itf.applications.ApplicationsSettings;
import hk.itf.applications.application.Applications;
import hk.itf.applications.grant.GrantTranches;
import hk.itf.applications.grant.GrantTranches.Deadline;
import hk.itf.applications.notice.Notices;
import hk.itf.applications.progress.RestartDeadlines;
import hk.itf.infra.clock.Candidate;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.Wording;
import hk.itf.model.event.ApplicationEvent.ClaimDeadlinePassed;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.TrancheId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Cancels a tranche whose claim deadline passed without a claim. */
@ApplicationScoped
class PassClaimDeadline {

    private final GrantTranches tranches;
    private final RestartDeadlines deadlines;
    private final Applications applications;
    private final Notices notices;
    private final Timeline timeline;
    private final Outbox outbox;
    private final Clock clock;

    PassClaimDeadline(
            GrantTranches tranches,
            RestartDeadlines deadlines,
            Applications applications,
            Notices notices,
            Timeline timeline,
            Outbox outbox,
            Clock clock) {
        this.tranches = tranches;
        this.deadlines = deadlines;
        this.applications = applications;
        this.notices = notices;
        this.timeline = timeline;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A page of scheduled tranches whose claim deadline has passed. */
    @Transactional
    List<Candidate<Deadline>> late(Optional<Candidate<Deadline>> after) {
        return tranches.pastDeadline(HongKong.dayOf(clock.instant()), after, ApplicationsSettings.SWEEP_WINDOW);
    }

    /** Checks the deadline again under the lock of the grant, because a claim may have arrived meanwhile. */
    @Transactional
    void handle(TrancheId id) {
        var now = clock.instant();
        var grant = tranches.get(id).application();
        var application = applications.lock(grant);
        if (!tranches.isPastDeadline(id, HongKong.dayOf(now))) {
            return;
        }
        var tranche = tranches.get(id);
        tranches.getEntityManager().refresh(tranche);
        tranche.cancel();
        deadlines.startAccountsDeadline(application, now);
        timeline.note(
                grant,
                "tranche/" + id,
                "DEADLINE_PASSED",
                PersonId.SYSTEM,
                tranche.claimBy().toString(),
                now);
        notices.tell(
                application.organisation(),
                grant,
                Wording.of(
                        "claim-deadline-passed", value("number", tranche.number()), value("dueBy", tranche.claimBy())));
        outbox.append(new ClaimDeadlinePassed(grant, id, PersonId.SYSTEM, tranche.claimBy(), now));
    }
}
