package hk.itf.applications.claimline;

import static hk.itf.model.NamedValue.value;

import hk.itf.applications.application.Application;
import hk.itf.applications.grant.GrantTranche;
import hk.itf.infra.text.TextSection;
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
 * The part of its plan that an instalment is. Of what a row comes to, a claim on the instalment asks for as much: the rest
 * is what other instalments pay. Later stages are worked out from other answers and have plans of their own.
 *
 * @param plan what the instalments of the plan come to
 */
record TrancheShare(int number, Money instalment, Money plan) {

    static TrancheShare of(Application application, GrantTranche tranche) {
        var all = application.award().plan().orElseThrow();
        var planned = all.tranche(tranche.id()).orElseThrow();
        var proposed = application.filing().map(Filing::proposed).map(TranchePlan::tranches).orElse(List.of()).stream()
                .map(PlannedTranche::id)
                .collect(Collectors.toSet());
        var together = all.tranches().stream()
                .filter(each -> proposed.contains(each.id()) == proposed.contains(planned.id()))
                .map(PlannedTranche::amount)
                .toList();
        return new TrancheShare(planned.number(), planned.amount(), Money.sum(together));
    }

    /** Rounded down to the cent. */
    Money of(Money row) {
        return isWhole() ? row : row.share(instalment.cents(), plan.cents());
    }

    /** Empty where there is nothing to explain: the instalment is all of the plan. */
    Optional<LocalisedText> explanation() {
        return isWhole()
                ? Optional.empty()
                : Optional.of(Texts.loaded()
                        .inAllLanguages(
                                TextSection.LABELS,
                                Wording.of(
                                        "claim-explanation.tranche-share",
                                        value("number", number),
                                        value("tranche", instalment),
                                        value("plan", plan))));
    }

    private boolean isWhole() {
        return instalment.equals(plan);
    }
}
