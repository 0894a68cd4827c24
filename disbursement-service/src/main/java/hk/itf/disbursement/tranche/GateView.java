package hk.itf.disbursement.tranche;

import hk.itf.model.scheme.tranche.Gate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A gate of a tranche, whether it is met, and why it is or is not. */
public record GateView(Gate gate, boolean met, @Nullable Instant metAt, String why) {}
