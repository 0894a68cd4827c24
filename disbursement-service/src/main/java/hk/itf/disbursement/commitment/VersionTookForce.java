package hk.itf.disbursement.commitment;

import hk.itf.model.id.GrantId;
import hk.itf.model.scheme.tranche.TranchePlan;
import java.time.Instant;

/** A version with new tranches took force, so its tranches must be scheduled. Observed in the same transaction. */
public record VersionTookForce(GrantId grant, TranchePlan plan, Instant at) {}
