package hk.itf.applications.organisation;

import hk.itf.applications.organisation.Organisations.MemberRole;
import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import hk.itf.model.scheme.CleanText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Registers an organisation; whoever does it may act for it fully and lets colleagues in. */
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
        if (!CleanText.isClean(command.name())) {
            throw DomainException.invalid(
                    "invalid-request",
                    "Some fields are not as they must be.",
                    List.of(new Violation("/name", "control-characters", CleanText.RULE)));
        }
        var organisation = Organisation.register(
                OrganisationId.next(), command.name().strip(), command.kind(), command.by(), clock.instant());
        organisations.add(organisation);
        organisations.setMember(organisation.id(), command.by(), MemberRole.SUBMITTER);
        return OrganisationView.of(organisation, organisations.members(organisation.id()));
    }
}
