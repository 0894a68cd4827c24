package hk.itf.assessment.scoring;

import hk.itf.assessment.reviewcase.Stage;
import hk.itf.model.id.PersonId;
import java.time.Instant;
import java.util.Map;

/**
 * One score sheet.
 *
 * @param marks 0 to 10 by criterion
 * @param weighted out of 100, with one decimal
 * @param counts false once a later round or a conflict of interest has voided it
 */
public record ScoreSheetView(
        PersonId assessor,
        Stage stage,
        int round,
        Map<String, Integer> marks,
        String weighted,
        String comment,
        boolean counts,
        Instant submittedAt) {}
