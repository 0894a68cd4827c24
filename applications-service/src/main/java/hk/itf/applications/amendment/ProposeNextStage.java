package hk.itf.applications.amendment;

import hk.itf.applications.application.Application;
import hk.itf.applications.organisation.Organisations;
import hk.itf.applications.scheme.AnswersReader;
import hk.itf.applications.scheme.Schemes;
import hk.itf.model.DomainException;
import hk.itf.model.scheme.EligibilityOutcome;
import hk.itf.model.scheme.Facts;
import hk.itf.model.scheme.LaterStage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What the next stage makes of a grant: money and instalments on top, worked out from the answers to its questions. */
@ApplicationScoped
class ProposeNextStage {

    private final Schemes schemes;
    private final AnswersReader reader;
    private final Organisations organisations;

    ProposeNextStage(Schemes schemes, AnswersReader reader, Organisations organisations) {
        this.schemes = schemes;
        this.reader = reader;
        this.organisations = organisations;
    }

    /**
     * @throws DomainException {@code no-later-stage}, {@code stage-not-passed}, {@code nothing-left};
     *     {@code invalid-answers}, {@code answers-incomplete}, {@code not-eligible}, naming the fields
     */
    Proposal of(Application application, Change.NextStage change) {
        var stage = stageAfter(application)
                .orElseThrow(() ->
                        DomainException.broken("no-later-stage", "There is no later stage this grant can go on to."));
        if (!application.stagePassed()) {
            throw DomainException.broken(
                    "stage-not-passed", "The stage that runs has to be passed first: claim its stage gate.");
        }
        var answers = reader.read(stage.questionnaire(), change.answers());
        var facts =
                new Facts(answers, organisations.get(application.organisation()).kind());
        stage.questionnaire().requireComplete(facts);
        EligibilityOutcome.of(stage.eligibility(), facts).require();

        var plan = application.award().plan().orElseThrow();
        var entitlement = stage.entitlement(answers, plan.total());
        if (entitlement.amount().isZero()) {
            throw DomainException.broken("nothing-left", "Nothing is left of %s in all.".formatted(stage.inAll()));
        }
        var added = stage.tranches().plan(entitlement.amount(), answers);
        return Proposal.nextStage(
                plan.followedBy(added),
                answers,
                entitlement,
                added.tranches().getFirst().period().from());
    }

    /** Empty when the grant is in its last stage, or is one that has no other. */
    private Optional<LaterStage> stageAfter(Application application) {
        var stages = schemes.get(application.pinned().orElseThrow()).stages();
        if (application.stage() > stages.size()) {
            return Optional.empty();
        }
        var facts = new Facts(
                application.answers(),
                organisations.get(application.organisation()).kind());
        var stage = stages.get(application.stage() - 1);
        return Optional.of(stage)
                .filter(next -> next.when() == null || next.when().holds(facts));
    }
}
