package hk.itf.disbursement;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Settings of the disbursement service. */
@ConfigMapping(prefix = "itf.disbursement")
public interface DisbursementSettings {

    /** Hong Kong working days between the verification of bank details and the first payment to them. */
    @WithDefault("2")
    int payeeCoolOffWorkingDays();

    /** Days from the moment a grantee comes to owe money to the last day on which it may be paid back in time. */
    @WithDefault("30")
    int receivableDueDays();

    /** Days overdue at which a debtor is reminded, each once; 0 is the day after the last day to pay in time. */
    @WithDefault("0,30,60")
    @Size(min = 1, max = 10)
    List<@Min(0) @Max(3650) Integer> reminderDays();

    /** Days from the last day to claim, or from a passed stage gate, for which an award waits to be asked for its next stage. */
    @WithDefault("180")
    @Min(1)
    @Max(3650)
    int nextStageWithinDays();

    /** The most tranches in one payment run, 1 to 500. */
    @WithDefault("100")
    @Min(1)
    @Max(500)
    int largestPaymentRun();

    /** The most tranches made due, awards closed and debtors reminded in one sweep. */
    @WithDefault("100")
    int sweep();
}
