package hk.itf.applications.claim;

import static hk.itf.model.NamedValue.value;

import hk.itf.applications.application.ApplicationStatus;
import hk.itf.applications.application.Applications;
import hk.itf.applications.grant.GrantTranche;
import hk.itf.applications.grant.GrantTranches;
import hk.itf.applications.notice.Notices;
import hk.itf.applications.progress.RestartDeadlines;
import hk.itf.infra.eventing.Reception;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.Wording;
import hk.itf.model.event.AssessmentEvent;
import hk.itf.model.event.AssessmentEvent.ClaimAccepted;
import hk.itf.model.event.AssessmentEvent.ClaimRejected;
import hk.itf.model.event.AssessmentEvent.ClarificationRequested;
import hk.itf.model.id.ClaimId;
import hk.itf.model.scheme.tranche.ClaimKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Changes the status of a claim after each result of its vetting. For a claim that was withdrawn meanwhile, only an
 * acceptance applies, because disbursement-service acts on the acceptance. Later claims of the kind are then withdrawn.
 */
@ApplicationScoped
public class FollowClaims {

    private final Claims claims;
    private final Applications applications;
    private final GrantTranches tranches;
    private final WithdrawOverruledClaims withdrawClaims;
    private final RestartDeadlines deadlines;
    private final Notices notices;
    private final Timeline timeline;
    private final Clock clock;

    FollowClaims(
            Claims claims,
            Applications applications,
            GrantTranches tranches,
            WithdrawOverruledClaims withdrawClaims,
            RestartDeadlines deadlines,
            Notices notices,
            Timeline timeline,
            Clock clock) {
        this.claims = claims;
        this.applications = applications;
        this.tranches = tranches;
        this.withdrawClaims = withdrawClaims;
        this.deadlines = deadlines;
        this.notices = notices;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional(TxType.MANDATORY)
    public Reception handle(ClarificationRequested requested) {
        var id = ClaimId.of(requested.subject().id());
        return follow(requested, id, ClaimTransition.SEND_BACK, claim -> {
            claim.sendBack(requested.question());
            tell(
                    claim,
                    Wording.of(
                            "claim-clarification-requested",
                            value("number", trancheNumber(claim)),
                            value("question", requested.question())));
        });
    }

    @Transactional(TxType.MANDATORY)
    public Reception handle(ClaimAccepted accepted) {
        return follow(accepted, accepted.claim(), ClaimTransition.ACCEPT, claim -> {
            if (claim.status() == ClaimStatus.WITHDRAWN) {
                withdrawClaims.withdrawOpenedAfter(claim);
            }
            claim.requireFiled(accepted);
            claim.accept(accepted.accepted(), accepted.refused());
            if (accepted.kind() == ClaimKind.PAYMENT) {
                tranches.get(accepted.grant(), accepted.tranche()).accept(accepted.accepted());
                deadlines.startAccountsDeadline(applications.get(accepted.grant()), clock.instant());
            }
            tell(claim, acceptanceNotice(claim, accepted));
        });
    }

    @Transactional(TxType.MANDATORY)
    public Reception handle(ClaimRejected rejected) {
        return follow(rejected, rejected.claim(), ClaimTransition.REJECT, claim -> {
            claim.reject(rejected.reason());
            tell(
                    claim,
                    Wording.of(
                            "claim-rejected",
                            value("number", trancheNumber(claim)),
                            value("reason", rejected.reason())));
        });
    }

    private Wording acceptanceNotice(Claim claim, ClaimAccepted accepted) {
        var number = trancheNumber(claim);
        return switch (claim.kind()) {
            case PAYMENT, ADVANCE ->
                Wording.of(
                        "claim-accepted.money",
                        value("number", number),
                        value("claimed", claim.claimed()),
                        value("accepted", accepted.accepted()));
            case REPORT -> Wording.of("claim-accepted.report", value("number", number));
            case MILESTONE -> Wording.of("claim-accepted.milestone", value("number", number));
            case MATCHING -> Wording.of("claim-accepted.matching", value("number", number));
            case STAGE_GATE -> Wording.of("claim-accepted.stage-gate");
            case ACCOUNTS -> Wording.of("claim-accepted.accounts", value("accepted", accepted.accepted()));
        };
    }

    private int trancheNumber(Claim claim) {
        return tranches.get(claim.grant(), claim.tranche()).number();
    }

    private Reception follow(AssessmentEvent event, ClaimId id, ClaimTransition transition, Consumer<Claim> change) {
        var known = applications
                .lockIfPresent(event.grant())
                .flatMap(application -> claims.find(id))
                .filter(claim -> claim.grant().equals(event.grant()));
        var reception = ClaimReception.TABLE.of(known, event);
        if (!reception.isApplied()) {
            return reception;
        }
        var claim = known.orElseThrow();
        var lateReason = lateReason(claim);
        if (lateReason.isPresent()) {
            return Reception.late(lateReason.get());
        }
        change.accept(claim);
        timeline.record(claim, transition, event.actor(), clock.instant());
        return reception;
    }

    /**
     * Why the acceptance of a withdrawn claim comes too late; empty when it applies. A tranche that is cancelled, or that
     * has another accepted claim of the kind, is not paid again.
     */
    private Optional<String> lateReason(Claim claim) {
        if (claim.status() != ClaimStatus.WITHDRAWN) {
            return Optional.empty();
        }
        if (applications.get(claim.grant()).status() != ApplicationStatus.ACTIVE) {
            return Optional.of("the claim is withdrawn and its grant is no longer active");
        }
        if (tranches.get(claim.grant(), claim.tranche()).status() == GrantTranche.Status.CANCELLED) {
            return Optional.of("the claim is withdrawn and its tranche is cancelled");
        }
        return claims.of(claim.grant()).stream()
                .filter(other -> other.isSameKindOnTranche(claim) && other.status() == ClaimStatus.ACCEPTED)
                .findFirst()
                .map(other -> "the claim is withdrawn and another claim was accepted");
    }

    private void tell(Claim claim, Wording notice) {
        notices.tell(applications.get(claim.grant()).organisation(), claim.grant(), notice);
    }
}
