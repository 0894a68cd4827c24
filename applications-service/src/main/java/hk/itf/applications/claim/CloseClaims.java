package hk.itf.applications.claim;

import hk.itf.infra.duty.Timeline;
import hk.itf.infra.eventing.Outbox;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;

/** A grant was ended: claims that are not decided are taken back, so that nobody vets them any more. */
@ApplicationScoped
public class CloseClaims {

    private final Claims claims;
    private final Timeline timeline;
    private final Outbox outbox;
    private final Clock clock;

    CloseClaims(Claims claims, Timeline timeline, Outbox outbox, Clock clock) {
        this.claims = claims;
        this.timeline = timeline;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional(TxType.MANDATORY)
    public void of(GrantId grant) {
        var now = clock.instant();
        claims.of(grant).stream()
                .filter(claim -> ClaimStatus.Transition.WITHDRAW.permits(claim.status()))
                .forEach(claim -> {
                    var withdrawn = claim.withdraw(PersonId.SYSTEM, now);
                    timeline.record(claim, ClaimStatus.Transition.WITHDRAW, PersonId.SYSTEM, now);
                    withdrawn.ifPresent(outbox::append);
                });
    }
}
