package hk.itf.applications.amendment;

import static hk.itf.model.NamedValue.value;

import hk.itf.applications.application.ApplicantAccess;
import hk.itf.applications.application.Application;
import hk.itf.applications.application.ApplicationStatus;
import hk.itf.applications.application.Applications;
import hk.itf.applications.claim.Claims;
import hk.itf.applications.grant.GrantTranche;
import hk.itf.applications.grant.GrantTranches;
import hk.itf.applications.proposal.AmendmentRequest;
import hk.itf.infra.http.Actor;
import hk.itf.model.DomainException;
import hk.itf.model.event.AmendmentKind;
import hk.itf.model.id.GrantId;
import hk.itf.model.scheme.tranche.TranchePlan;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Checks who may draft, submit and read amendments, and which grants and tranches can be amended. Members of the grantee
 * may file every kind; the secretariat may also file a termination.
 */
@ApplicationScoped
class AmendmentAccess {

    private static final String SECRETARIAT = "secretariat";

    private final ApplicantAccess applicants;
    private final Applications applications;
    private final GrantTranches tranches;
    private final Claims claims;
    private final Amendments amendments;

    AmendmentAccess(
            ApplicantAccess applicants,
            Applications applications,
            GrantTranches tranches,
            Claims claims,
            Amendments amendments) {
        this.applicants = applicants;
        this.applications = applications;
        this.tranches = tranches;
        this.claims = claims;
        this.amendments = amendments;
    }

    Application lockAsEditor(GrantId grant, AmendmentRequest change, Actor actor) {
        return isOfFund(change, actor) ? applications.lock(grant) : applicants.lockAsEditor(grant, actor.person());
    }

    Application lockAsEditor(Amendment amendment, Actor actor) {
        if (amendment.isTermination() && actor.hasRole(SECRETARIAT)) {
            return applications.lock(amendment.grant());
        }
        requireOfGrantee(amendment);
        return applicants.lockAsEditor(amendment.grant(), actor.person());
    }

    Application lockAsSubmitter(Amendment amendment, Actor actor) {
        if (amendment.isTermination() && actor.hasRole(SECRETARIAT)) {
            return applications.lock(amendment.grant());
        }
        requireOfGrantee(amendment);
        return applicants.lockAsSubmitter(amendment.grant(), actor.person());
    }

    boolean isOfFund(AmendmentRequest change, Actor actor) {
        return change instanceof AmendmentRequest.Termination && actor.hasRole(SECRETARIAT);
    }

    /** The grantee must not withdraw a termination that the secretariat filed. */
    private static void requireOfGrantee(Amendment amendment) {
        if (amendment.isFiledByFund()) {
            throw DomainException.forbidden("secretariat-required");
        }
    }

    Application getAsReader(GrantId grant, Actor actor) {
        return actor.hasRole(SECRETARIAT) ? applications.get(grant) : applicants.getAsReader(grant, actor.person());
    }

    void requireActive(Application application) {
        if (application.status() != ApplicationStatus.ACTIVE || amendments.isTerminated(application.id())) {
            throw DomainException.conflict("not-active.amendment");
        }
    }

    /**
     * Requires that the new plan changes only tranches that are scheduled and have no open or accepted claim. For other
     * tranches the new plan must repeat the planned amount or state the payable amount, advance included. A termination is
     * exempt, because it withdraws open claims and keeps every released tranche.
     *
     * @throws DomainException {@code tranche-in-use}
     */
    void requireUnusedTranchesOnly(Application application, AmendmentKind kind, TranchePlan after) {
        if (kind == AmendmentKind.TERMINATION) {
            return;
        }
        var before = application.award().plan().orElseThrow();
        var amounts = tranches.together(application.id());
        for (var tranche : tranches.of(application.id())) {
            var promised = before.tranche(tranche.id());
            var atPayable = amounts.payableWithAdvance(tranche.id())
                    .flatMap(payable -> promised.map(each -> each.with(payable)));
            var planned = after.tranche(tranche.id());
            var isChanged = !planned.equals(promised) && (planned.isEmpty() || !planned.equals(atPayable));
            if (isChanged
                    && (claims.hasOpenOrAccepted(tranche.id()) || tranche.status() != GrantTranche.Status.SCHEDULED)) {
                throw DomainException.conflict("tranche-in-use", value("number", tranche.number()));
            }
        }
    }
}
