package hk.itf.applications.application;

import hk.itf.applications.organisation.Organisations;
import hk.itf.applications.organisation.Organisations.MemberRole;
import hk.itf.model.DomainException;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Checks whether a person may read or change an application. To people outside its organisation an application does not
 * exist (404).
 */
@ApplicationScoped
public class ApplicantAccess {

    private final Applications applications;
    private final Organisations organisations;

    ApplicantAccess(Applications applications, Organisations organisations) {
        this.applications = applications;
        this.organisations = organisations;
    }

    /** Locks the application for a member of its organisation. */
    public Application lockAsEditor(GrantId id, PersonId person) {
        var application = applications.lock(id);
        requireMember(application, person);
        return application;
    }

    /**
     * Locks the application for a submitter of its organisation.
     *
     * @throws DomainException {@code submitter-required}
     */
    public Application lockAsSubmitter(GrantId id, PersonId person) {
        var application = applications.lock(id);
        if (requireMember(application, person) != MemberRole.SUBMITTER) {
            throw DomainException.forbidden("submitter-required");
        }
        return application;
    }

    public Application getAsReader(GrantId id, PersonId person) {
        var application = applications.get(id);
        requireMember(application, person);
        return application;
    }

    private MemberRole requireMember(Application application, PersonId person) {
        return organisations
                .roleOf(application.organisation(), person)
                .orElseThrow(() -> DomainException.notFound("application"));
    }
}
