package hk.itf.assessment.scoring;

import hk.itf.assessment.reviewcase.Stage;
import hk.itf.model.id.PersonId;
import java.time.Instant;
import java.util.Map;

/**
 * A score sheet as readers see it.
 *
 * @param marks 0 to 10, by criterion
 * @param weighted weighted score out of 100, with one decimal
 * @param counts false when a later round or a conflict of interest has voided the sheet
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
