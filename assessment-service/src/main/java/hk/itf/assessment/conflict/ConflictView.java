package hk.itf.assessment.conflict;

import hk.itf.model.id.OrganisationId;
import java.time.Instant;
import java.util.UUID;

/** A conflict of interest as its person sees it. */
public record ConflictView(UUID id, OrganisationId organisation, String reason, Instant declaredAt) {}
