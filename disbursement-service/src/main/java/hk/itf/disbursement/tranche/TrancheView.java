package hk.itf.disbursement.tranche;

import com.fasterxml.jackson.annotation.JsonIgnore;
import hk.itf.disbursement.hold.HoldView;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An instalment with its gates explained.
 *
 * @param amount as planned by the version in force
 * @param accepted what was accepted of the claim, once it was
 * @param payable what is or will be paid
 * @param payeeVersion the bank details it is bound to, once prepared
 */
public record TrancheView(
        TrancheId id,
        GrantId grant,
        int number,
        String status,
        Money amount,
        @Nullable Money accepted,
        Money payable,
        DateRange period,
        LocalDate claimBy,
        @Nullable Instant dueAt,
        @Nullable Integer payeeVersion,
        @Nullable PersonId preparedBy,
        int attempts,
        List<GateView> gates,
        List<HoldView> holds,
        @JsonIgnore int version) {}
