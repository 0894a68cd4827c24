package hk.itf.applications.claimline;

import static hk.itf.model.NamedValue.value;

import hk.itf.applications.application.Application;
import hk.itf.applications.grant.GrantTranche;
import hk.itf.infra.text.Texts;
import hk.itf.model.Wording;
import hk.itf.model.event.Filing;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.PlannedTranche;
import hk.itf.model.scheme.tranche.TranchePlan;
import hk.itf.model.scheme.value.LocalisedText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A tranche's share of its plan. A claim on the tranche asks for this share of each row; the other tranches pay the rest.
 * The tranches of a later stage form a plan of their own, because the stage has answers of its own.
 *
 * @param number the number of the tranche
 * @param amount the amount of the tranche
 * @param plan the sum of the tranches in the plan
 */
record TrancheShare(int number, Money amount, Money plan) {

    static TrancheShare of(Application application, GrantTranche tranche) {
        var all = application.award().plan().orElseThrow();
        var planned = all.tranche(tranche.id()).orElseThrow();
        var firstStage =
                application.filing().map(Filing::proposed).map(TranchePlan::tranches).orElse(List.of()).stream()
                        .map(PlannedTranche::id)
                        .collect(Collectors.toSet());
        var sameStage = all.tranches().stream()
                .filter(each -> firstStage.contains(each.id()) == firstStage.contains(planned.id()))
                .map(PlannedTranche::amount)
                .toList();
        return new TrancheShare(planned.number(), planned.amount(), Money.sum(sameStage));
    }

    /** The share of a row's amount, rounded down to the cent. */
    Money shareOf(Money row) {
        return isWholePlan() ? row : row.share(amount.cents(), plan.cents());
    }

    /** Explains the share; empty when the tranche is the whole plan. */
    Optional<LocalisedText> explanation() {
        return isWholePlan()
                ? Optional.empty()
                : Optional.of(Texts.loaded()
                        .labelInAllLanguages(Wording.of(
                                "claim-explanation.tranche-share",
                                value("number", number),
                                value("amount", amount),
                                value("plan", plan))));
    }

    private boolean isWholePlan() {
        return amount.equals(plan);
    }
}
