package hk.itf.disbursement.commitment;

import hk.itf.model.id.GrantId;
import hk.itf.model.scheme.tranche.TranchePlan;
import java.time.Instant;

/** A version that brings tranches has taken force: they are to be scheduled. Observed in the same transaction. */
public record VersionInForce(GrantId grant, TranchePlan plan, Instant at) {}
