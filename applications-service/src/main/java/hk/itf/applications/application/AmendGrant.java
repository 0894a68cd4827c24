package hk.itf.applications.application;

import hk.itf.infra.duty.Timeline;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.TranchePlan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;

/** Puts another version of the award into the grant: amount, plan and instalments. */
@ApplicationScoped
public class AmendGrant {

    private final Applications applications;
    private final GrantTranches tranches;
    private final Timeline timeline;
    private final Clock clock;

    AmendGrant(Applications applications, GrantTranches tranches, Timeline timeline, Clock clock) {
        this.applications = applications;
        this.tranches = tranches;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional(TxType.MANDATORY)
    public void handle(GrantId grant, int version, Money awarded, TranchePlan plan, PersonId actor) {
        var application = applications.locked(grant);
        application.amend(version, awarded, plan);
        tranches.follow(grant, plan);
        timeline.record(application, "AMEND", actor, "version " + version, clock.instant());
    }
}
