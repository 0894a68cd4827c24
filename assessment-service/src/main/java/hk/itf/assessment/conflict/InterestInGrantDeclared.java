package hk.itf.assessment.conflict;

import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import java.time.Instant;

/** Told inside this service, in the same transaction: what this person found about the grant cannot stand. */
public record InterestInGrantDeclared(PersonId person, GrantId grant, Instant at) {}
