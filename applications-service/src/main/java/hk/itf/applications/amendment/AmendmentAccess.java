package hk.itf.applications.amendment;

import hk.itf.applications.application.ApplicantAccess;
import hk.itf.applications.application.Application;
import hk.itf.applications.application.ApplicationStatus;
import hk.itf.applications.application.Applications;
import hk.itf.applications.application.GrantTranche;
import hk.itf.applications.application.GrantTranches;
import hk.itf.applications.claim.Claims;
import hk.itf.infra.http.Actor;
import hk.itf.model.DomainException;
import hk.itf.model.event.AmendmentKind;
import hk.itf.model.id.GrantId;
import hk.itf.model.scheme.TranchePlan;
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

    AmendmentAccess(ApplicantAccess applicants, Applications applications, GrantTranches tranches, Claims claims) {
        this.applicants = applicants;
        this.applications = applications;
        this.tranches = tranches;
        this.claims = claims;
    }

    Application asEditor(GrantId grant, Change change, Actor actor) {
        return change instanceof Change.Termination && actor.has(SECRETARIAT)
                ? applications.locked(grant)
                : applicants.asEditor(grant, actor.person());
    }

    Application asSubmitter(Amendment amendment, Actor actor) {
        return amendment.kind() == AmendmentKind.TERMINATION && actor.has(SECRETARIAT)
                ? applications.locked(amendment.grant())
                : applicants.asSubmitter(amendment.grant(), actor.person());
    }

    Application toRead(GrantId grant, Actor actor) {
        return actor.has(SECRETARIAT) ? applications.get(grant) : applicants.toRead(grant, actor.person());
    }

    void requireActive(Application application) {
        if (application.status() != ApplicationStatus.ACTIVE) {
            throw DomainException.conflict("not-active", "Only a running grant can be changed.");
        }
    }

    /**
     * No claim and amendment are open on one tranche, and what is on its way to the bank never changes. A termination closes
     * claims, and leaves out no instalment that is on its way.
     */
    void requireUntouched(Application application, AmendmentKind kind, TranchePlan after) {
        if (kind == AmendmentKind.TERMINATION) {
            return;
        }
        var before = application.award().plan().orElseThrow();
        for (var tranche : tranches.of(application.id())) {
            var changes = !before.tranche(tranche.id()).equals(after.tranche(tranche.id()));
            if (changes && (claims.openOn(tranche.id()) || tranche.status() != GrantTranche.Status.SCHEDULED)) {
                throw DomainException.conflict(
                        "tranche-in-use",
                        "Instalment %d has a claim or a payment and cannot change.".formatted(tranche.number()));
            }
        }
    }
}
