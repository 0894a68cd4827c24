package hk.itf.applications.application;

import hk.itf.applications.organisation.Organisations;
import hk.itf.applications.scheme.Schemes;
import hk.itf.model.scheme.Scheme;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.question.Facts;
import jakarta.enterprise.context.ApplicationScoped;

/** The scheme rules that an application keeps from its first submission, with the facts they use. */
@ApplicationScoped
public class PinnedRules {

    private final Schemes schemes;
    private final Organisations organisations;

    PinnedRules(Schemes schemes, Organisations organisations) {
        this.schemes = schemes;
        this.organisations = organisations;
    }

    public Scheme of(Application application) {
        return schemes.get(application.pinned().orElseThrow());
    }

    public Facts facts(Application application) {
        return facts(application, application.answers());
    }

    /** The facts with other answers. */
    public Facts facts(Application application, Answers answers) {
        return new Facts(answers, organisations.get(application.organisation()).kind());
    }
}
