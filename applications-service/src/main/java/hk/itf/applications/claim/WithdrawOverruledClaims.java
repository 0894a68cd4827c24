package hk.itf.applications.claim;

import hk.itf.applications.application.Applications;
import hk.itf.applications.notice.Notices;
import hk.itf.infra.timeline.Timeline;
import hk.itf.infra.eventing.Outbox;
import hk.itf.model.Wording;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;

/** Takes back claims that something else overrules, so that nobody vets them any more; called under the grant's lock. */
@ApplicationScoped
public class WithdrawOverruledClaims {

    private final Claims claims;
    private final Applications applications;
    private final Notices notices;
    private final Timeline timeline;
    private final Outbox outbox;
    private final Clock clock;

    WithdrawOverruledClaims(
            Claims claims, Applications applications, Notices notices, Timeline timeline, Outbox outbox, Clock clock) {
        this.claims = claims;
        this.applications = applications;
        this.notices = notices;
        this.timeline = timeline;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A grant was ended: none of its claims is decided any more. */
    @Transactional(TxType.MANDATORY)
    public void of(GrantId grant) {
        var now = clock.instant();
        claims.of(grant).stream()
                .filter(claim -> claim.permits(ClaimTransition.WITHDRAW))
                .forEach(claim -> withdraw(claim, "the grant is ended", now));
    }

    /** One that was withdrawn had been accepted before: what was filed in its place gives way. */
    @Transactional(TxType.MANDATORY)
    void openedAfter(Claim accepted) {
        var now = clock.instant();
        claims.of(accepted.grant()).stream()
                .filter(claim -> claim.isBeside(accepted) && claim.permits(ClaimTransition.WITHDRAW))
                .forEach(claim -> {
                    withdraw(claim, "the one before was accepted before it was withdrawn", now);
                    notices.tell(
                            applications.get(claim.grant()).organisation(),
                            claim.grant(),
                            Wording.of("claim-withdrawn"));
                });
        claims.flush(); // one is open or accepted at a time: that steps back first
    }

    private void withdraw(Claim claim, String why, Instant now) {
        var withdrawn = claim.withdraw(PersonId.SYSTEM, now);
        timeline.record(claim, ClaimTransition.WITHDRAW, PersonId.SYSTEM, why, now);
        withdrawn.ifPresent(outbox::append);
    }
}
