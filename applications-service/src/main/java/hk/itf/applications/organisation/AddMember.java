package hk.itf.applications.organisation;

import hk.itf.applications.organisation.Organisations.MemberRole;
import hk.itf.model.DomainException;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Lets a colleague act for the organisation, or changes what one may do. Only a submitter may; none demotes oneself. */
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
            throw DomainException.forbidden("submitter-required", "Only a submitter of the organisation may do this.");
        }
        if (command.colleague().equals(command.by()) && command.role() != MemberRole.SUBMITTER) {
            throw DomainException.broken("submitter-required", "An organisation keeps at least one submitter.");
        }
        organisations.setMember(organisation.id(), command.colleague(), command.role());
        return OrganisationView.of(organisation, organisations.members(organisation.id()));
    }
}
