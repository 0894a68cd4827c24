package hk.itf.applications.organisation;

import hk.itf.applications.organisation.Organisations.MemberRole;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Registers an organisation. The person who registers it becomes its first submitter and can add members. */
@ApplicationScoped
class RegisterOrganisation {

    record Command(String name, Organisation.Kind kind, PersonId by) {}

    private final Organisations organisations;
    private final Clock clock;

    RegisterOrganisation(Organisations organisations, Clock clock) {
        this.organisations = organisations;
        this.clock = clock;
    }

    @Transactional
    OrganisationView handle(Command command) {
        var organisation = Organisation.register(
                OrganisationId.next(), command.name().strip(), command.kind(), command.by(), clock.instant());
        organisations.add(organisation);
        organisations.setMember(organisation.id(), command.by(), MemberRole.SUBMITTER);
        return OrganisationView.of(organisation, organisations.members(organisation.id()));
    }
}
