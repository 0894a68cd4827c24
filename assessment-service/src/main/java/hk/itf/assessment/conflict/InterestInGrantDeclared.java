package hk.itf.assessment.conflict;

import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import java.time.Instant;

/** A person declared an interest in a grant. Other rooms of this service react in the same transaction. */
public record InterestInGrantDeclared(PersonId person, GrantId grant, Instant at) {}
