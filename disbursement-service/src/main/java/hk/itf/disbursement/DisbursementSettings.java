package hk.itf.disbursement;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the disbursement service. */
@ConfigMapping(prefix = "itf.disbursement")
public interface DisbursementSettings {

    /** Hong Kong working days between the verification of bank details and the first payment to them. */
    @WithDefault("2")
    int payeeCoolOffWorkingDays();

    /** Days from the moment a grantee comes to owe money to the last day on which it may be paid back in time. */
    @WithDefault("30")
    int receivableDueDays();

    /** The most tranches made due, and awards closed, in one sweep. */
    @WithDefault("100")
    int sweep();
}
