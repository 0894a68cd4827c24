package hk.itf.assessment.conflict;

import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import java.time.Instant;

/** A person declared an interest in an organisation. Other rooms of this service react in the same transaction. */
public record InterestInPartyDeclared(PersonId person, OrganisationId organisation, Instant at) {}
