package hk.itf.applications.amendment;

import hk.itf.applications.proposal.PlanDays;
import hk.itf.applications.allowance.Allowances;
import hk.itf.applications.application.Application;
import hk.itf.applications.application.PinnedRules;
import hk.itf.model.event.AmendmentKind;
import hk.itf.model.scheme.Scheme;
import hk.itf.model.scheme.question.Facts;
import hk.itf.model.scheme.tranche.TranchePlan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/**
 * The days a grant occupies of quotas that count what overlaps. A variation that makes it longer reserves them when it is
 * handed over, so that no race of grants passes a quota, and holds them until it is over; one that makes it shorter gives
 * them back when it comes into force.
 */
@ApplicationScoped
public class OccupiedDays {

    private final PinnedRules pinnedRules;
    private final Allowances allowances;

    OccupiedDays(PinnedRules pinnedRules, Allowances allowances) {
        this.pinnedRules = pinnedRules;
        this.allowances = allowances;
    }

    /** @throws hk.itf.model.DomainException {@code allowance-exceeded}, naming the rule */
    @Transactional(TxType.MANDATORY)
    void requireRoom(Application application, TranchePlan after) {
        if (isLonger(application, after)) {
            allowances.requireRoomUntil(
                    PlanDays.last(after),
                    application.id(),
                    scheme(application),
                    facts(application),
                    application.organisation());
        }
    }

    /** @throws hk.itf.model.DomainException {@code allowance-exceeded}, naming the rule */
    @Transactional(TxType.MANDATORY)
    void reserve(Application application, Amendment amendment) {
        if (amendment.kind() == AmendmentKind.VARIATION) {
            requireRoom(application, amendment.plan());
        }
        reserveAnyway(application, amendment);
    }

    /** It is decided, whatever is left of the quota. */
    @Transactional(TxType.MANDATORY)
    void reserveAnyway(Application application, Amendment amendment) {
        if (amendment.kind() == AmendmentKind.VARIATION && isLonger(application, amendment.plan())) {
            allowances.lengthen(
                    PlanDays.last(amendment.plan()),
                    application.id(),
                    scheme(application),
                    facts(application),
                    application.organisation());
        }
    }

    /** What the amendment reserved is not needed: the plan in force says until when the grant lasts. */
    @Transactional(TxType.MANDATORY)
    void giveBack(Application application, Amendment amendment) {
        if (amendment.kind() == AmendmentKind.VARIATION && isLonger(application, amendment.plan())) {
            allowances.shorten(
                    application.id(), PlanDays.last(application.award().plan().orElseThrow()));
        }
    }

    private static boolean isLonger(Application application, TranchePlan after) {
        var before = application.award().plan().orElseThrow();
        return !before.tranches().isEmpty() && PlanDays.last(after).isAfter(PlanDays.last(before));
    }

    private Scheme scheme(Application application) {
        return pinnedRules.of(application);
    }

    private Facts facts(Application application) {
        return pinnedRules.facts(application);
    }
}
