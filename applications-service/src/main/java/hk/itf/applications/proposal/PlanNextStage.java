package hk.itf.applications.proposal;

import static hk.itf.model.NamedValue.value;

import hk.itf.applications.application.Application;
import hk.itf.applications.application.PinnedRules;
import hk.itf.applications.progress.LaterStages;
import hk.itf.applications.scheme.AnswersReader;
import hk.itf.infra.text.Texts;
import hk.itf.model.DomainException;
import hk.itf.model.scheme.vetting.EligibilityOutcome;
import jakarta.enterprise.context.ApplicationScoped;

/** Calculates the version that a next stage proposes: the added amount and tranches, from the answers of the stage. */
@ApplicationScoped
public class PlanNextStage {

    private final AnswersReader reader;
    private final PinnedRules pinnedRules;
    private final LaterStages laterStages;

    PlanNextStage(AnswersReader reader, PinnedRules pinnedRules, LaterStages laterStages) {
        this.reader = reader;
        this.pinnedRules = pinnedRules;
        this.laterStages = laterStages;
    }

    /**
     * The proposed version.
     *
     * @throws DomainException {@code no-later-stage}, {@code stage-not-passed}, {@code nothing-left};
     *     {@code invalid-answers}, {@code answers-incomplete}, {@code not-eligible}, naming the fields
     */
    public ProposedVersion of(Application application, AmendmentRequest.NextStage change) {
        var stage = laterStages.after(application).orElseThrow(() -> DomainException.broken("no-later-stage"));
        if (!application.stagePassed()) {
            throw DomainException.broken("stage-not-passed");
        }
        var answers = reader.read(stage.questionnaire(), change.answers());
        var facts = pinnedRules.facts(application, answers);
        stage.questionnaire().requireComplete(facts);
        EligibilityOutcome.of(stage.eligibility(), facts).require();

        var plan = application.award().plan().orElseThrow();
        var entitlement = stage.entitlement(answers, plan.total());
        if (entitlement.amount().isZero()) {
            throw DomainException.broken("nothing-left", value("limit", stage.inAll()));
        }
        var added = stage.tranches().plan(entitlement.amount(), answers);
        return ProposedVersion.nextStage(
                plan.followedBy(added),
                answers,
                entitlement.explain(Texts.loaded()::labelInAllLanguages),
                added.tranches().getFirst().period().from());
    }
}
