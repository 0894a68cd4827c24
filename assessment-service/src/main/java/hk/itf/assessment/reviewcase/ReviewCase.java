package hk.itf.assessment.reviewcase;

import hk.itf.infra.clock.HongKong;
import hk.itf.infra.duty.TrackedAggregate;
import hk.itf.model.HasLifecycle;
import hk.itf.model.duty.Duty;
import hk.itf.model.event.AmendmentFiling;
import hk.itf.model.event.AssessmentEvent.AssessmentStarted;
import hk.itf.model.event.AssessmentEvent.ClarificationRequested;
import hk.itf.model.event.AssessmentEvent.InformationComplete;
import hk.itf.model.event.ClaimFiling;
import hk.itf.model.event.Filing;
import hk.itf.model.event.Subject;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReviewCaseId;
import hk.itf.model.json.Json;
import hk.itf.model.json.Sha256;
import hk.itf.model.scheme.value.SchemeRef;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * The vetting of one application, claim or amendment. It opens when the thing is handed over, walks through the stages
 * of its route, may wait for a clarification (each answer starts another round, in which older findings count no more)
 * and closes with an outcome, for good.
 */
@Entity
public class ReviewCase extends TrackedAggregate implements HasLifecycle<ReviewCaseStatus> {

    /** Changes that leave the status as it is, by their names on the timeline. */
    public enum Act {
        OPEN
    }

    @Id
    private UUID id;

    private UUID grantId;

    @Enumerated(EnumType.STRING)
    private Subject.Kind subjectKind;

    private UUID subjectId;
    private String schemeId;
    private int schemeVersion;
    private String reference;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> parties;

    private String filing;
    private int round;

    @Enumerated(EnumType.STRING)
    private ReviewCaseStatus status;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    @Embedded
    private @Nullable CaseClosure ending;

    private @Nullable UUID eligibilityConfirmedBy;

    @Embedded
    private @Nullable PendingClarification open;

    private @Nullable String recommendation;
    private @Nullable String pledge;
    private @Nullable LocalDate pledgedBy;

    @SuppressWarnings("UnusedVariable") // read by queries alone
    private Instant openedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    ReviewCase() {}

    public static ReviewCase open(ReviewCaseId id, NewReviewCase opening, Instant now) {
        var opened = new ReviewCase();
        opened.id = id.value();
        opened.grantId = opening.grant().value();
        opened.subjectKind = opening.subject().kind();
        opened.subjectId = opening.subject().id();
        opened.schemeId = opening.scheme().id().value();
        opened.schemeVersion = opening.scheme().version();
        opened.reference = opening.reference();
        opened.parties =
                opening.parties().all().stream().map(OrganisationId::value).toList();
        opened.filing = Json.write(opening.filing());
        opened.round = opening.round();
        opened.status = ReviewCaseStatus.OPEN;
        opened.stage = opening.stage();
        opened.openedAt = now;
        return opened;
    }

    /** Vetting of this round begins; of claims and amendments nobody else needs to hear it. */
    public Optional<AssessmentStarted> started(PersonId actor, Instant now) {
        return subjectKind == Subject.Kind.APPLICATION
                ? Optional.of(new AssessmentStarted(grantId(), actor, round, now))
                : Optional.empty();
    }

    public void advance(Stage next) {
        status = ReviewCaseTransition.ADVANCE.apply(status);
        stage = next;
    }

    /** A score counts no more; what was advised with it in mind does not either. */
    public void returnToScoring(Stage scored) {
        status = ReviewCaseTransition.RETURN_TO_SCORING.apply(status);
        stage = scored;
        recommendation = null;
    }

    public void recommend(Recommendation advised) {
        status = ReviewCaseTransition.RECOMMEND.apply(status);
        recommendation = Json.write(advised);
    }

    /** What the panel advised counts no more; it meets about the case again. */
    public void returnToPanel() {
        status = ReviewCaseTransition.RETURN_TO_PANEL.apply(status);
        stage = Stage.PANEL;
        recommendation = null;
    }

    /** Starts the pledge; a case that was complete before keeps the clock it has. */
    public Optional<InformationComplete> completeInformation(PersonId actor, int pledgedWorkingDays, Instant now) {
        status = ReviewCaseTransition.COMPLETE_INFORMATION.apply(status);
        if (pledge != null) {
            return Optional.empty();
        }
        keep(PledgeClock.startedOn(HongKong.dayOf(now), pledgedWorkingDays));
        return pledged(actor, now);
    }

    public void confirmEligibility(PersonId confirmedBy) {
        status = ReviewCaseTransition.CONFIRM_ELIGIBILITY.apply(status);
        eligibilityConfirmedBy = confirmedBy.value();
    }

    public ClarificationRequested ask(PersonId actor, String asked, int answerWithinDays, Instant now) {
        status = ReviewCaseTransition.ASK.apply(status);
        var today = HongKong.dayOf(now);
        var deadline = today.plusDays(answerWithinDays);
        open = new PendingClarification(asked, today, deadline);
        clock().map(running -> running.pausedOn(today)).ifPresent(this::keep);
        return new ClarificationRequested(grantId(), actor, subjectOf(), stage.name(), asked, deadline, now);
    }

    /**
     * Takes up the case again with what was filed anew.
     *
     * @param at the stage that asked, or an earlier one whose finding the new filing undoes
     */
    public void resume(int revision, Object newFiling, Stage at, Instant now) {
        if (revision <= round) {
            throw new IllegalArgumentException("revision " + revision + " is not newer than round " + round);
        }
        status = ReviewCaseTransition.RESUME.apply(status);
        round = revision;
        filing = Json.write(newFiling);
        stage = at;
        open = null;
        recommendation = null;
        clock().map(paused -> paused.resumedOn(HongKong.dayOf(now))).ifPresent(this::keep);
    }

    /** The day promised, as it stands; empty before full information. */
    public Optional<InformationComplete> pledged(PersonId actor, Instant now) {
        return pledgedBy().map(day -> new InformationComplete(grantId(), actor, day, now));
    }

    public void close(CaseOutcome reached, String why, Instant now) {
        status = ReviewCaseTransition.CLOSE.apply(status);
        ending = new CaseClosure(reached, why, now);
    }

    public void withdraw(String why, Instant now) {
        status = ReviewCaseTransition.WITHDRAW.apply(status);
        open = null;
        ending = new CaseClosure(CaseOutcome.WITHDRAWN, why, now);
    }

    private Optional<PledgeClock> clock() {
        return Optional.ofNullable(pledge).map(json -> Json.read(json, PledgeClock.class));
    }

    private void keep(PledgeClock clock) {
        pledge = Json.write(clock);
        pledgedBy = clock.pledgedBy();
    }

    public ReviewCaseId id() {
        return ReviewCaseId.of(id);
    }

    @Override
    public GrantId grantId() {
        return GrantId.of(grantId);
    }

    public Subject subjectOf() {
        return new Subject(subjectKind, subjectId);
    }

    public SchemeRef scheme() {
        return SchemeRef.of(schemeId, schemeVersion);
    }

    public String reference() {
        return reference;
    }

    public List<OrganisationId> parties() {
        return parties.stream().map(OrganisationId::of).toList();
    }

    /** What was handed over; of an application case only. */
    public Filing filing() {
        return Json.read(filing, Filing.class);
    }

    /** What was handed over; of a claim case only. */
    public ClaimFiling claimFiling() {
        return Json.read(filing, ClaimFiling.class);
    }

    /** What was handed over; of an amendment case only. */
    public AmendmentFiling amendmentFiling() {
        return Json.read(filing, AmendmentFiling.class);
    }

    public int round() {
        return round;
    }

    @Override
    public ReviewCaseStatus status() {
        return status;
    }

    public Stage stage() {
        return stage;
    }

    /** What whoever works on the stage it is in becomes for the grant: some claims are decided rather than vetted. */
    public Optional<Duty> duty() {
        return stage == Stage.CLAIM_VETTING && claimFiling().kind().isDecided()
                ? Optional.of(Duty.DECIDED)
                : stage.duty();
    }

    public Optional<CaseOutcome> outcome() {
        return Optional.ofNullable(ending).map(CaseClosure::outcome);
    }

    public Optional<PersonId> eligibilityConfirmedBy() {
        return Optional.ofNullable(eligibilityConfirmedBy).map(PersonId::of);
    }

    /** What the panel advised; empty before, and where no panel does. */
    public Optional<Recommendation> recommendation() {
        return Optional.ofNullable(recommendation).map(json -> Json.read(json, Recommendation.class));
    }

    public Optional<LocalDate> pledgedBy() {
        return Optional.ofNullable(pledgedBy);
    }

    @Override
    protected String subject() {
        return "review-case/" + id;
    }

    @Override
    protected Object state() {
        return new CaseState(
                status,
                stage,
                round,
                ending == null ? null : ending.outcome(),
                ending == null ? null : ending.letter(),
                Sha256.of(filing),
                eligibilityConfirmedBy,
                open == null ? null : open.question(),
                open == null ? null : open.askedOn(),
                open == null ? null : open.answerBy(),
                pledge,
                recommendation);
    }

    @Override
    public String toString() {
        return "review case " + id + " of grant " + grantId;
    }
}
