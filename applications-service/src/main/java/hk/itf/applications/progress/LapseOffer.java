package hk.itf.applications.progress;

import hk.itf.applications.ApplicationsSettings;
import hk.itf.applications.allowance.Allowances;
import hk.itf.applications.application.ApplicationTransition;
import hk.itf.applications.application.Applications;
import hk.itf.applications.application.Applications.Offer;
import hk.itf.applications.notice.Notices;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.Wording;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Ends an offer that nobody accepted in time. */
@ApplicationScoped
public class LapseOffer {

    private final Applications applications;
    private final Allowances allowances;
    private final Notices notices;
    private final Timeline timeline;
    private final Outbox outbox;
    private final Clock clock;

    LapseOffer(
            Applications applications,
            Allowances allowances,
            Notices notices,
            Timeline timeline,
            Outbox outbox,
            Clock clock) {
        this.applications = applications;
        this.allowances = allowances;
        this.notices = notices;
        this.timeline = timeline;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A page of offers whose last day has passed. */
    @Transactional
    public List<Offer> late(Optional<Offer> after) {
        return applications.offersToLapse(HongKong.dayOf(clock.instant()), after, ApplicationsSettings.SWEEP_PAGE);
    }

    /** Looks again under the lock, because the offer may have been accepted or withdrawn. */
    @Transactional
    void handle(GrantId id) {
        var now = clock.instant();
        var application = applications.lock(id);
        if (!application.permits(ApplicationTransition.LAPSE)) {
            return;
        }
        var lapsed = application.lapse(now);
        allowances.release(id);
        notices.tell(application.organisation(), id, Wording.of("offer-lapsed.notice"));
        timeline.record(application, ApplicationTransition.LAPSE, PersonId.SYSTEM, now);
        outbox.append(lapsed);
    }
}
