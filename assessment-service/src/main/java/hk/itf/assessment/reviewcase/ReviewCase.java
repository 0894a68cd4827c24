package hk.itf.assessment.reviewcase;

import hk.itf.infra.clock.HongKong;
import hk.itf.infra.timeline.TrackedAggregate;
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
 * The vetting of one application, claim or amendment. A case opens on submission, advances along its vetting route and closes
 * with a final outcome. It can wait for a clarification. Each answer starts a new round, which voids earlier findings.
 */
@Entity
public class ReviewCase extends TrackedAggregate implements HasLifecycle<ReviewCaseStatus> {

    /** Timeline names of changes that are no transition. */
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

    @SuppressWarnings("UnusedVariable") // only queries read it
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

    /** The event that vetting of this round started. Empty for claims and amendments. */
    public Optional<AssessmentStarted> started(PersonId actor, Instant now) {
        return subjectKind == Subject.Kind.APPLICATION
                ? Optional.of(new AssessmentStarted(grantId(), actor, round, now))
                : Optional.empty();
    }

    public void advance(Stage next) {
        status = ReviewCaseTransition.ADVANCE.apply(status);
        stage = next;
    }

    /** Returns the case to a scored stage after a score was voided. The advice of the panel is void as well. */
    public void returnToScoring(Stage scored) {
        status = ReviewCaseTransition.RETURN_TO_SCORING.apply(status);
        stage = scored;
        recommendation = null;
    }

    public void recommend(Recommendation advised) {
        status = ReviewCaseTransition.RECOMMEND.apply(status);
        recommendation = Json.write(advised);
    }

    /** Returns the case to the panel after a vote was voided. The advice is void as well. */
    public void returnToPanel() {
        status = ReviewCaseTransition.RETURN_TO_PANEL.apply(status);
        stage = Stage.PANEL;
        recommendation = null;
    }

    /** Starts the pledge. Empty if the pledge runs already, because an earlier round was complete. */
    public Optional<InformationComplete> completeInformation(PersonId actor, int pledgedWorkingDays, Instant now) {
        status = ReviewCaseTransition.COMPLETE_INFORMATION.apply(status);
        if (pledge != null) {
            return Optional.empty();
        }
        keepPledge(PledgeClock.startedOn(HongKong.dayOf(now), pledgedWorkingDays));
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
        clock().map(running -> running.pausedOn(today)).ifPresent(this::keepPledge);
        return new ClarificationRequested(grantId(), actor, subjectOf(), stage.name(), asked, deadline, now);
    }

    /**
     * Starts a new round with the resubmitted filing and resumes the pledge.
     *
     * @param resumedAt the stage that requested the clarification, or an earlier stage whose findings are void
     * @throws IllegalArgumentException if the revision is not newer than the round
     */
    public void resume(int revision, Object newFiling, Stage resumedAt, Instant now) {
        if (revision <= round) {
            throw new IllegalArgumentException("revision " + revision + " is not newer than round " + round);
        }
        status = ReviewCaseTransition.RESUME.apply(status);
        round = revision;
        filing = Json.write(newFiling);
        stage = resumedAt;
        open = null;
        recommendation = null;
        clock().map(paused -> paused.resumedOn(HongKong.dayOf(now))).ifPresent(this::keepPledge);
    }

    /** The event with the current pledged day. Empty before full information. */
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

    private void keepPledge(PledgeClock clock) {
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

    /** The filing of an application case. Other cases have no such filing. */
    public Filing filing() {
        return Json.read(filing, Filing.class);
    }

    /** The filing of a claim case. Other cases have no such filing. */
    public ClaimFiling claimFiling() {
        return Json.read(filing, ClaimFiling.class);
    }

    /** The filing of an amendment case. Other cases have no such filing. */
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

    /** The duty a person takes by working on the current stage. Some kinds of claim are decided instead of vetted. */
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

    /** The advice of the panel. Empty before the advice and on routes without a panel. */
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
