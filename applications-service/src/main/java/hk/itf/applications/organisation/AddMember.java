package hk.itf.applications.organisation;

import hk.itf.applications.organisation.Organisations.MemberRole;
import hk.itf.model.DomainException;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Adds a member to an organisation, or changes the role of a member. Only a submitter may, and not to lower their own role. */
@ApplicationScoped
class AddMember {

    record Command(OrganisationId organisation, PersonId colleague, MemberRole role, PersonId by) {}

    private final Organisations organisations;

    AddMember(Organisations organisations) {
        this.organisations = organisations;
    }

    @Transactional
    OrganisationView handle(Command command) {
        var organisation = organisations.get(command.organisation(), command.by());
        if (organisations.roleOf(organisation.id(), command.by()).orElseThrow() != MemberRole.SUBMITTER) {
            throw DomainException.forbidden("submitter-required");
        }
        if (command.colleague().equals(command.by()) && command.role() != MemberRole.SUBMITTER) {
            throw DomainException.broken("submitter-required.last");
        }
        organisations.setMember(organisation.id(), command.colleague(), command.role());
        return OrganisationView.of(organisation, organisations.members(organisation.id()));
    }
}
