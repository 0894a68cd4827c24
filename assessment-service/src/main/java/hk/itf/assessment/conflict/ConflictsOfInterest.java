package hk.itf.assessment.conflict;

import hk.itf.infra.http.Actor;
import hk.itf.model.DomainException;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The store of declared conflicts of interest. A person who acts for a party has a conflict of interest without a
 * declaration.
 */
@ApplicationScoped
public class ConflictsOfInterest implements PanacheRepositoryBase<ConflictOfInterest, UUID> {

    private final InterestsInGrants inGrants;

    ConflictsOfInterest(InterestsInGrants inGrants) {
        this.inGrants = inGrants;
    }

    /**
     * Refuses a person with an interest in the grant or in one of its parties.
     *
     * @throws DomainException {@code conflict-of-interest}
     */
    public void requireNone(Actor actor, GrantId grant, List<OrganisationId> parties) {
        var organisations = parties.stream().map(OrganisationId::value).toList();
        if (inGrants.has(grant, actor.person())
                || parties.stream().anyMatch(actor.organisations()::contains)
                || count("person = ?1 and organisation in ?2", actor.person().value(), organisations) > 0) {
            throw DomainException.conflict("conflict-of-interest.party");
        }
    }

    Optional<ConflictOfInterest> of(PersonId person, OrganisationId organisation) {
        return find("person = ?1 and organisation = ?2", person.value(), organisation.value())
                .firstResultOptional();
    }

    List<ConflictOfInterest> of(PersonId person) {
        return list("person = ?1 order by declaredAt desc, id", person.value());
    }

    void add(ConflictOfInterest declared) {
        persistAndFlush(declared);
    }
}
