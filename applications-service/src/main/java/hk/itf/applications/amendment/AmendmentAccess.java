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
 * Who may ask for a change, and of which grants. The grantee's people may; a termination is also asked for by the
 * secretariat.
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

    Application asEditor(GrantId grant, AmendmentRequest change, Actor actor) {
        return isOfFund(change, actor) ? applications.lock(grant) : applicants.asEditor(grant, actor.person());
    }

    Application asEditor(Amendment amendment, Actor actor) {
        if (amendment.isTermination() && actor.hasRole(SECRETARIAT)) {
            return applications.lock(amendment.grant());
        }
        requireOfGrantee(amendment);
        return applicants.asEditor(amendment.grant(), actor.person());
    }

    Application asSubmitter(Amendment amendment, Actor actor) {
        if (amendment.isTermination() && actor.hasRole(SECRETARIAT)) {
            return applications.lock(amendment.grant());
        }
        requireOfGrantee(amendment);
        return applicants.asSubmitter(amendment.grant(), actor.person());
    }

    boolean isOfFund(AmendmentRequest change, Actor actor) {
        return change instanceof AmendmentRequest.TerminationPlan && actor.hasRole(SECRETARIAT);
    }

    /** Otherwise the grantee could take back the termination that the secretariat asks for. */
    private static void requireOfGrantee(Amendment amendment) {
        if (amendment.byFund()) {
            throw DomainException.forbidden("secretariat-required");
        }
    }

    Application toRead(GrantId grant, Actor actor) {
        return actor.hasRole(SECRETARIAT) ? applications.get(grant) : applicants.toRead(grant, actor.person());
    }

    void requireActive(Application application) {
        if (application.status() != ApplicationStatus.ACTIVE || amendments.isEnded(application.id())) {
            throw DomainException.conflict("not-active.amendment");
        }
    }

    /**
     * No claim and amendment are open on one tranche, and what is on its way to the bank never changes: of that, a version
     * repeats what was promised or states what it comes to. A termination closes claims, and leaves out no instalment that is
     * on its way.
     */
    void requireUntouched(Application application, AmendmentKind kind, TranchePlan after) {
        if (kind == AmendmentKind.TERMINATION) {
            return;
        }
        var before = application.award().plan().orElseThrow();
        var instalments = tranches.together(application.id());
        for (var tranche : tranches.of(application.id())) {
            var promised = before.tranche(tranche.id());
            var comesTo = instalments.payableWithAdvance(tranche.id()).flatMap(whole -> promised.map(each -> each.with(whole)));
            var planned = after.tranche(tranche.id());
            var changes = !planned.equals(promised) && (planned.isEmpty() || !planned.equals(comesTo));
            if (changes && (claims.openOn(tranche.id()) || tranche.status() != GrantTranche.Status.SCHEDULED)) {
                throw DomainException.conflict("tranche-in-use", value("number", tranche.number()));
            }
        }
    }
}
