package hk.itf.applications.proposal;

import static hk.itf.model.NamedValue.value;

import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.scheme.tranche.PlannedTranche;
import hk.itf.model.scheme.tranche.TranchePlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Moves the last days of tranches. Claim deadlines move along, and an adjoining next period starts the day after. */
final class MilestoneReschedule {

    private MilestoneReschedule() {}

    /** @throws DomainException {@code milestones-do-not-fit}, with a fault for each impossible milestone */
    static TranchePlan move(TranchePlan plan, List<AmendmentRequest.Milestone> milestones, LocalDate today) {
        var faults = new ArrayList<Violation>();
        for (var i = 0; i < milestones.size(); i++) {
            var milestone = milestones.get(i);
            var at = "/milestones/" + i;
            if (plan.tranche(milestone.tranche()).isEmpty()) {
                faults.add(Violation.of(at + "/tranche", "unknown.tranche"));
            } else if (milestones.subList(0, i).stream()
                    .anyMatch(other -> other.tranche().equals(milestone.tranche()))) {
                faults.add(Violation.of(at + "/tranche", "twice.tranche"));
            } else if (milestone.lastDay().isBefore(today)) {
                faults.add(Violation.of(at + "/lastDay", "in-the-past.milestone", value("today", today)));
            }
        }
        requireNoFaults(faults);
        var moved = new ArrayList<PlannedTranche>();
        for (var before : plan.tranches()) {
            moved.add(reschedule(before, plan, moved, milestones, faults));
        }
        requireNoFaults(faults);
        return new TranchePlan(moved);
    }

    private static PlannedTranche reschedule(
            PlannedTranche tranche,
            TranchePlan plan,
            List<PlannedTranche> moved,
            List<AmendmentRequest.Milestone> milestones,
            List<Violation> faults) {
        var from = tranche.period().from();
        if (!moved.isEmpty()) {
            var oldEnd = plan.tranches().get(moved.size() - 1).period().to();
            var newEnd = moved.getLast().period().to();
            from = from.equals(oldEnd.plusDays(1)) ? newEnd.plusDays(1) : from;
        }
        var to = milestones.stream()
                .filter(milestone -> milestone.tranche().equals(tranche.id()))
                .findFirst()
                .map(AmendmentRequest.Milestone::lastDay)
                .orElse(lastDay(tranche, from));
        if (to.isBefore(from)) {
            faults.add(Violation.of(
                    "/milestones",
                    "out-of-order.tranche",
                    value("number", tranche.number()),
                    value("lastDay", to),
                    value("firstDay", from)));
            return tranche;
        }
        return tranche.withPeriod(from, to);
    }

    /** The old last day. When that day is before the new start, the day that keeps the old length. */
    private static LocalDate lastDay(PlannedTranche tranche, LocalDate from) {
        var period = tranche.period();
        return period.to().isBefore(from) ? from.plusDays(period.days() - 1L) : period.to();
    }

    private static void requireNoFaults(List<Violation> faults) {
        if (!faults.isEmpty()) {
            throw DomainException.invalid("milestones-do-not-fit", faults);
        }
    }
}
