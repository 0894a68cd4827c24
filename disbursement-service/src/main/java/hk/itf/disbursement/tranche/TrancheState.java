package hk.itf.disbursement.tranche;

import com.fasterxml.jackson.annotation.JsonInclude;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a tranche that its timeline fingerprint covers. Fields added later are omitted while they are empty, so
 * that earlier fingerprints stay valid. Names and order of the fields are part of the fingerprint.
 */
record TrancheState(
        TrancheStatus status,
        long amount,
        long payable,
        @Nullable Long accepted,
        @Nullable Integer payeeVersion,
        @Nullable UUID preparedBy,
        int attempts,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID advanceOf,

        @JsonInclude(JsonInclude.Include.NON_DEFAULT) long setOff,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long settlesAt) {

    static TrancheState of(Tranche tranche) {
        var money = tranche.money();
        return new TrancheState(
                tranche.status(),
                money.amount().cents(),
                money.payable().cents(),
                money.accepted().map(Money::cents).orElse(null),
                tranche.payeeVersion(),
                tranche.preparedBy() instanceof PersonId(var person) ? person : null,
                tranche.attempts(),
                tranche.advanceOf().map(TrancheId::value).orElse(null),
                money.setOff().cents(),
                money.acceptedTotal().map(Money::cents).orElse(null));
    }
}
