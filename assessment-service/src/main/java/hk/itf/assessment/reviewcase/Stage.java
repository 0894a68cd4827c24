package hk.itf.assessment.reviewcase;

import hk.itf.infra.duty.Duty;
import hk.itf.model.scheme.ReviewStage;
import java.util.Optional;

/** A stage of vetting. Applications go through those of their scheme; a claim and an amendment have one each. */
public enum Stage {
    COMPLETENESS,
    ELIGIBILITY,
    TECHNICAL_REVIEW,
    DECISION,
    CLAIM_VETTING;

    static Stage of(ReviewStage stage) {
        return valueOf(stage.name());
    }

    /** What whoever works on this stage becomes for the grant. */
    public Optional<Duty> duty() {
        return switch (this) {
            case COMPLETENESS -> Optional.empty();
            case ELIGIBILITY, TECHNICAL_REVIEW -> Optional.of(Duty.SCORED);
            case DECISION -> Optional.of(Duty.DECIDED);
            case CLAIM_VETTING -> Optional.of(Duty.VETTED_CLAIM);
        };
    }

    /** The act that finishes a task of this stage: the last segment of its path. */
    public String act() {
        return switch (this) {
            case COMPLETENESS -> "completeness";
            case ELIGIBILITY -> "eligibility";
            case TECHNICAL_REVIEW -> "score-sheet";
            case DECISION -> "decision";
            case CLAIM_VETTING -> "claim-vetting";
        };
    }
}
