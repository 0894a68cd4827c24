package hk.itf.applications.claim;

import hk.itf.applications.application.Applications;
import hk.itf.applications.notice.Notices;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.Wording;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;

/** Withdraws claims that a termination or an earlier claim overrules. The caller holds the lock of the grant. */
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

    /** Withdraws every undecided claim of a terminated grant. */
    @Transactional(TxType.MANDATORY)
    public void withdrawAll(GrantId grant) {
        var now = clock.instant();
        claims.of(grant).stream()
                .filter(claim -> claim.permits(ClaimTransition.WITHDRAW))
                .forEach(claim -> withdraw(claim, "the grant is terminated", now));
    }

    /** Withdraws the claims filed after {@code accepted}, which was accepted before its withdrawal arrived. */
    @Transactional(TxType.MANDATORY)
    void withdrawOpenedAfter(Claim accepted) {
        var now = clock.instant();
        claims.of(accepted.grant()).stream()
                .filter(claim -> claim.isSameKindOnTranche(accepted) && claim.permits(ClaimTransition.WITHDRAW))
                .forEach(claim -> {
                    withdraw(claim, "the claim before was accepted before its withdrawal arrived", now);
                    notices.tell(
                            applications.get(claim.grant()).organisation(),
                            claim.grant(),
                            Wording.of("claim-withdrawn"));
                });
        claims.flush(); // a constraint allows one open or accepted claim, so the withdrawals are written first
    }

    private void withdraw(Claim claim, String why, Instant now) {
        var withdrawn = claim.withdraw(PersonId.SYSTEM, now);
        timeline.record(claim, ClaimTransition.WITHDRAW, PersonId.SYSTEM, why, now);
        withdrawn.ifPresent(outbox::append);
    }
}
