package hk.itf.assessment.reviewcase;

import hk.itf.model.duty.Duty;
import hk.itf.model.scheme.vetting.ReviewStage;
import java.util.Optional;

/** A stage of vetting. {@link VettingRoute} lists the stages of one case. */
public enum Stage {
    COMPLETENESS,
    ELIGIBILITY,
    TECHNICAL_REVIEW,
    BUSINESS_REVIEW,
    PANEL,
    DECISION,
    CLAIM_VETTING;

    static Stage of(ReviewStage stage) {
        return valueOf(stage.name());
    }

    /** The duty a person takes by working on this stage. See {@link ReviewCase#duty} for claims that are decided. */
    Optional<Duty> duty() {
        return switch (this) {
            case COMPLETENESS -> Optional.empty();
            case ELIGIBILITY, TECHNICAL_REVIEW, BUSINESS_REVIEW, PANEL -> Optional.of(Duty.SCORED);
            case DECISION -> Optional.of(Duty.DECIDED);
            case CLAIM_VETTING -> Optional.of(Duty.VETTED_CLAIM);
        };
    }

    /** Whether assessors score the case individually by weighted criteria. */
    public boolean isScored() {
        return this == TECHNICAL_REVIEW || this == BUSINESS_REVIEW;
    }

    /** The act that finishes a task of this stage: the last segment of its path. Empty for a panel, which has no tasks. */
    public Optional<String> act() {
        return switch (this) {
            case COMPLETENESS -> Optional.of("completeness");
            case ELIGIBILITY -> Optional.of("eligibility");
            case TECHNICAL_REVIEW, BUSINESS_REVIEW -> Optional.of("score-sheet");
            case PANEL -> Optional.empty();
            case DECISION -> Optional.of("decision");
            case CLAIM_VETTING -> Optional.of("claim-vetting");
        };
    }
}
