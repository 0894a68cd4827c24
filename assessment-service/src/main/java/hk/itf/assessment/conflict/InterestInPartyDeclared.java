package hk.itf.assessment.conflict;

import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import java.time.Instant;

/** Told inside this service, in the same transaction: whatever this person found on this party's cases counts no more. */
public record InterestInPartyDeclared(PersonId person, OrganisationId organisation, Instant at) {}
