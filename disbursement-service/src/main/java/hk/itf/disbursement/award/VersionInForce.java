package hk.itf.disbursement.award;

import hk.itf.model.id.GrantId;
import hk.itf.model.scheme.TranchePlan;
import java.time.Instant;

/** The first version of an award has taken force: its tranches are to be scheduled. Observed in the same transaction. */
public record VersionInForce(GrantId grant, TranchePlan plan, Instant at) {}
