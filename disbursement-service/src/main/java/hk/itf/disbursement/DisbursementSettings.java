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

    /** Days from raising a receivable to its due date. */
    @WithDefault("30")
    int receivableDueDays();

    /** Days overdue at which a debtor is reminded, once each; 0 is the day after the due date. */
    @WithDefault("0,30,60")
    @Size(min = 1, max = 10)
    List<@Min(0) @Max(3650) Integer> reminderDays();

    /** Days for which an award stays open for its next stage, from the last claim deadline or a passed stage gate. */
    @WithDefault("180")
    @Min(1)
    @Max(3650)
    int nextStageWithinDays();

    /** The maximum number of tranches in one payment run, 1 to 500. */
    @WithDefault("100")
    @Min(1)
    @Max(500)
    int largestPaymentRun();

    /** The number of due candidates in a page of a sweep. A sweep handles at most ten pages. */
    @WithDefault("100")
    @Min(1)
    int sweepPage();

    /** The number of candidates at which a sweep looks that may still wait, such as tranches without a verified payee. */
    @WithDefault("500")
    @Min(1)
    int sweepWindow();
}
