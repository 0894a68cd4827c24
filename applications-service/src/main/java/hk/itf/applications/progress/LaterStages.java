package hk.itf.applications.progress;

import hk.itf.applications.application.Application;
import hk.itf.applications.application.PinnedRules;
import hk.itf.model.scheme.LaterStage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The later stages of a running grant, by its pinned scheme rules. */
@ApplicationScoped
public class LaterStages {

    private final PinnedRules pinnedRules;

    LaterStages(PinnedRules pinnedRules) {
        this.pinnedRules = pinnedRules;
    }

    /**
     * The stage after the running one; empty when the scheme has none for this grant.
     */
    public Optional<LaterStage> after(Application application) {
        return allAfter(application).stream()
                .findFirst()
                .map(next -> lastDay(application)
                        .map(ends -> next.boundTo(application.answers(), ends))
                        .orElse(next));
    }

    /** The stages that may follow the running one, in order. */
    List<LaterStage> allAfter(Application application) {
        var stages = pinnedRules.of(application).stages();
        var facts = pinnedRules.facts(application);
        return stages.stream()
                .skip(application.stage() - 1L)
                .takeWhile(next -> next.when() == null || next.when().holds(facts))
                .toList();
    }

    private static Optional<LocalDate> lastDay(Application application) {
        return application
                .award()
                .plan()
                .flatMap(plan -> plan.tranches().stream()
                        .map(tranche -> tranche.period().to())
                        .max(Comparator.naturalOrder()));
    }
}
