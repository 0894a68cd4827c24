package hk.itf.model.scheme.tranche;

import com.fasterxml.jackson.annotation.JsonIgnore;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The tranches of an award in order. Their amounts add up to the awarded amount. */
public record TranchePlan(List<PlannedTranche> tranches) {

    public TranchePlan {
        tranches = List.copyOf(tranches);
    }

    @JsonIgnore
    public Money total() {
        return Money.sum(tranches.stream().map(PlannedTranche::amount).toList());
    }

    /** @throws IllegalArgumentException when the tranches do not add up to the amount awarded */
    public void requireTotal(Money awarded) {
        if (!total().equals(awarded)) {
            throw new IllegalArgumentException("the tranches add up to %s, not to %s".formatted(total(), awarded));
        }
    }

    public Optional<PlannedTranche> tranche(TrancheId id) {
        return tranches.stream().filter(tranche -> tranche.id().equals(id)).findFirst();
    }

    /** This plan followed by the tranches of {@code later}, which get the next numbers. */
    public TranchePlan followedBy(TranchePlan later) {
        var all = new ArrayList<>(tranches);
        later.tranches().forEach(tranche -> all.add(tranche.withNumber(all.size() + 1)));
        return new TranchePlan(all);
    }

    /**
     * The same tranches for a lower total. Each keeps its share; cents that do not divide go by largest remainder.
     *
     * @throws IllegalArgumentException when {@code total} is higher than the total of this plan
     */
    public TranchePlan rescaledTo(Money total) {
        if (total.exceeds(total())) {
            throw new IllegalArgumentException("the total of a plan must not be raised");
        }
        if (total().isZero()) {
            return this;
        }
        var parts = total.split(
                tranches.stream().map(tranche -> tranche.amount().cents()).toList());
        return new TranchePlan(IntStream.range(0, tranches.size())
                .mapToObj(i -> tranches.get(i).with(parts.get(i)))
                .toList());
    }
}
