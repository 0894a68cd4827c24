package hk.itf.disbursement;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Settings of the disbursement service. */
@ConfigMapping(prefix = "itf.disbursement")
public interface DisbursementSettings {

    /** Hong Kong working days between the verification of bank details and the first payment to them. */
    @WithDefault("2")
    int payeeCoolOffWorkingDays();

    /** Days from the moment a grantee comes to owe money to the last day on which it may be paid back in time. */
    @WithDefault("30")
    int receivableDueDays();

    /** The most tranches in one payment run, 1 to 500. */
    @WithDefault("100")
    @Min(1)
    @Max(500)
    int largestPaymentRun();

    /** The most tranches made due, and awards closed, in one sweep. */
    @WithDefault("100")
    int sweep();
}
