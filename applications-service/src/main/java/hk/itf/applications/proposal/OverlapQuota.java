package hk.itf.applications.proposal;

import hk.itf.applications.allowance.Allowances;
import hk.itf.applications.application.Application;
import hk.itf.applications.application.PinnedRules;
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
public class OverlapQuota {

    private final PinnedRules pinnedRules;
    private final Allowances allowances;

    OverlapQuota(PinnedRules pinnedRules, Allowances allowances) {
        this.pinnedRules = pinnedRules;
        this.allowances = allowances;
    }

    /** @throws hk.itf.model.DomainException {@code allowance-exceeded}, naming the rule */
    @Transactional(TxType.MANDATORY)
    public void requireRoom(Application application, TranchePlan after) {
        if (isLonger(application, after)) {
            allowances.requireRoomUntil(
                    PlanDates.last(after),
                    application.id(),
                    scheme(application),
                    facts(application),
                    application.organisation());
        }
    }

    /** @throws hk.itf.model.DomainException {@code allowance-exceeded}, naming the rule */
    @Transactional(TxType.MANDATORY)
    public void reserve(Application application, TranchePlan after) {
        requireRoom(application, after);
        reserveAnyway(application, after);
    }

    /** Reserves for a decided variation, even above the quota. */
    @Transactional(TxType.MANDATORY)
    public void reserveAnyway(Application application, TranchePlan after) {
        if (isLonger(application, after)) {
            allowances.lengthen(
                    PlanDates.last(after),
                    application.id(),
                    scheme(application),
                    facts(application),
                    application.organisation());
        }
    }

    /** Shortens the reservation to the plan in force, because the proposed plan does not come into force. */
    @Transactional(TxType.MANDATORY)
    public void giveBack(Application application, TranchePlan proposed) {
        if (isLonger(application, proposed)) {
            allowances.shorten(
                    application.id(), PlanDates.last(application.award().plan().orElseThrow()));
        }
    }

    private static boolean isLonger(Application application, TranchePlan after) {
        var before = application.award().plan().orElseThrow();
        return !before.tranches().isEmpty() && PlanDates.last(after).isAfter(PlanDates.last(before));
    }

    private Scheme scheme(Application application) {
        return pinnedRules.of(application);
    }

    private Facts facts(Application application) {
        return pinnedRules.facts(application);
    }
}
