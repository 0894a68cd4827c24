package hk.itf.applications.application;

import hk.itf.applications.organisation.Organisations;
import hk.itf.applications.organisation.Organisations.MemberRole;
import hk.itf.model.DomainException;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;

/** Whether a person may see or change a case: an outsider cannot tell a foreign case from none. */
@ApplicationScoped
public class ApplicantAccess {

    private final Applications applications;
    private final Organisations organisations;

    ApplicantAccess(Applications applications, Organisations organisations) {
        this.applications = applications;
        this.organisations = organisations;
    }

    /** The case, locked for change, for any of the organisation's people. */
    public Application asEditor(GrantId id, PersonId person) {
        requireMember(applications.get(id), person);
        return applications.lock(id);
    }

    /** The case, locked for change, for those who may bind the organisation. */
    public Application asSubmitter(GrantId id, PersonId person) {
        var application = asEditor(id, person);
        if (organisations.roleOf(application.organisation(), person).orElseThrow() != MemberRole.SUBMITTER) {
            throw DomainException.forbidden("submitter-required", "Only a submitter of the organisation may do this.");
        }
        return application;
    }

    public Application toRead(GrantId id, PersonId person) {
        var application = applications.get(id);
        requireMember(application, person);
        return application;
    }

    private void requireMember(Application application, PersonId person) {
        if (organisations.roleOf(application.organisation(), person).isEmpty()) {
            throw DomainException.notFound("application");
        }
    }
}
