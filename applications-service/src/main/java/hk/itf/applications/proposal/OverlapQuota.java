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
 * Reserves and returns overlap quota for variations. A variation that lengthens the grant reserves the added days when it
 * is submitted, so that grants submitted at the same time cannot exceed a quota. The reservation is returned when the
 * variation is changed, withdrawn or declined. A variation that shortens the grant returns days when it comes into force.
 */
@ApplicationScoped
public class OverlapQuota {

    private final PinnedRules pinnedRules;
    private final Allowances allowances;

    OverlapQuota(PinnedRules pinnedRules, Allowances allowances) {
        this.pinnedRules = pinnedRules;
        this.allowances = allowances;
    }

    /**
     * Locks the overlap quotas of the added days and checks their limits.
     *
     * @throws hk.itf.model.DomainException {@code allowance-exceeded}, naming the rule
     */
    @Transactional(TxType.MANDATORY)
    public void requireQuota(Application application, TranchePlan after) {
        if (isLonger(application, after)) {
            allowances.requireOverlapUntil(
                    PlanDates.lastDay(after),
                    application.id(),
                    scheme(application),
                    facts(application),
                    application.organisation());
        }
    }

    /**
     * Checks the limits, then reserves the added days.
     *
     * @throws hk.itf.model.DomainException {@code allowance-exceeded}, naming the rule
     */
    @Transactional(TxType.MANDATORY)
    public void reserve(Application application, TranchePlan after) {
        requireQuota(application, after);
        reserveWithoutCheck(application, after);
    }

    /** Reserves the added days of a decided variation, even above the quota. */
    @Transactional(TxType.MANDATORY)
    public void reserveWithoutCheck(Application application, TranchePlan after) {
        if (isLonger(application, after)) {
            allowances.extendReservation(
                    PlanDates.lastDay(after),
                    application.id(),
                    scheme(application),
                    facts(application),
                    application.organisation());
        }
    }

    /** Shortens the reservation to the plan in force, because the proposed plan does not come into force. */
    @Transactional(TxType.MANDATORY)
    public void returnQuota(Application application, TranchePlan proposed) {
        if (isLonger(application, proposed)) {
            allowances.shorten(
                    application.id(),
                    PlanDates.lastDay(application.award().plan().orElseThrow()));
        }
    }

    private static boolean isLonger(Application application, TranchePlan after) {
        var before = application.award().plan().orElseThrow();
        return !before.tranches().isEmpty() && PlanDates.lastDay(after).isAfter(PlanDates.lastDay(before));
    }

    private Scheme scheme(Application application) {
        return pinnedRules.of(application);
    }

    private Facts facts(Application application) {
        return pinnedRules.facts(application);
    }
}
