package hk.itf.applications.application;

import hk.itf.applications.organisation.Organisations;
import hk.itf.applications.scheme.Schemes;
import hk.itf.model.scheme.Scheme;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.question.Facts;
import jakarta.enterprise.context.ApplicationScoped;

/** The rules that a case keeps from its first submission on, and what they look at. */
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

    /** As if this were answered. */
    public Facts facts(Application application, Answers answers) {
        return new Facts(answers, organisations.get(application.organisation()).kind());
    }
}
