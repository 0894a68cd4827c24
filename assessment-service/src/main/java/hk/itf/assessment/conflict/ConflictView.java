package hk.itf.assessment.conflict;

import hk.itf.model.id.OrganisationId;
import java.time.Instant;
import java.util.UUID;

/** A declared conflict of interest, as the person who declared it sees it. */
public record ConflictView(UUID id, OrganisationId organisation, String reason, Instant declaredAt) {}
