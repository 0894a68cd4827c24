package hk.itf.applications.application;

import static hk.itf.model.NamedValue.value;

import hk.itf.infra.timeline.TrackedAggregate;
import hk.itf.model.DomainException;
import hk.itf.model.HasLifecycle;
import hk.itf.model.event.ApplicationEvent.ApplicationResubmitted;
import hk.itf.model.event.ApplicationEvent.ApplicationSubmitted;
import hk.itf.model.event.ApplicationEvent.ApplicationWithdrawn;
import hk.itf.model.event.ApplicationEvent.OfferAccepted;
import hk.itf.model.event.ApplicationEvent.OfferLapsed;
import hk.itf.model.event.ApplicationEvent.OfferMade;
import hk.itf.model.event.AssessmentEvent.ApplicationApproved;
import hk.itf.model.event.Filing;
import hk.itf.model.filing.FiledApplication;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import hk.itf.model.json.Json;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.tranche.TranchePlan;
import hk.itf.model.scheme.value.SchemeId;
import hk.itf.model.scheme.value.SchemeRef;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application of one organisation, from its draft to the end of its grant. The id of the application is the id of the
 * grant in every service. Answers change only in DRAFT and CLARIFYING. The first submission pins the scheme version for
 * good, and each submission freezes its content. The offer exists only after the award is committed.
 */
@Entity
public class Application extends TrackedAggregate implements HasLifecycle<ApplicationStatus> {

    /** Acts that are no transition, by their names on the timeline. */
    public enum Act {
        START,
        ANSWER,
        PLEDGE,
        WAIT,
        AMEND,
        ACCOUNTS_POSSIBLE
    }

    /** The state that the fingerprint on the timeline covers. */
    record State(
            ApplicationStatus status,
            String answers,
            int revision,
            @Nullable Long awardedCents,
            int awardVersion,
            @Nullable String plan,
            int stage,
            boolean stagePassed) {}

    @Id
    private UUID id;

    private String scheme;

    private @Nullable Integer schemeVersion;

    private UUID organisationId;

    private @Nullable String reference;

    @Enumerated(EnumType.STRING)
    private ApplicationStatus status;

    private String answers;

    private int revision;

    private @Nullable String filing;

    @Embedded
    private AwardTerms award;

    /** The running stage, 1 for the first. An amendment starts the next stage. */
    private int stage;

    private boolean stagePassed;

    private @Nullable LocalDate pledgedBy;

    private @Nullable String clarification;

    private @Nullable String letter;

    private Instant startedAt;

    private @Nullable Instant submittedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Application() {}

    static Application start(GrantId id, SchemeId scheme, OrganisationId organisation, Instant now) {
        var application = new Application();
        application.id = id.value();
        application.scheme = scheme.value();
        application.organisationId = organisation.value();
        application.status = ApplicationStatus.DRAFT;
        application.answers = "{}";
        application.award = AwardTerms.NONE;
        application.stage = 1;
        application.startedAt = now;
        return application;
    }

    /** Whether the applicant can still change answers and papers. */
    public boolean isEditable() {
        return permits(ApplicationTransition.SUBMIT) || permits(ApplicationTransition.RESUBMIT);
    }

    void answer(Answers given) {
        if (!isEditable()) {
            throw DomainException.conflict("not-editable.answers", value("status", status));
        }
        answers = Json.write(given);
    }

    /** Submits a draft. Afterwards the applicant can only withdraw the application. */
    public ApplicationSubmitted submit(PersonId actor, Filing newFiling, Instant now) {
        var next = ApplicationTransition.SUBMIT.apply(status);

        status = next;
        file(newFiling);
        submittedAt = now;
        return new ApplicationSubmitted(id(), actor, newFiling, now);
    }

    /**
     * Submits the application again after a clarification.
     *
     * @throws DomainException {@code scheme-version-pinned} when the new answers would pick another scheme version
     */
    public ApplicationResubmitted resubmit(PersonId actor, Filing newFiling, Instant now) {
        var next = ApplicationTransition.RESUBMIT.apply(status);
        if (!newFiling.scheme().equals(pinned().orElseThrow())) {
            throw DomainException.broken(
                    "scheme-version-pinned",
                    value("pinned", pinned().orElseThrow().version()));
        }
        status = next;
        file(newFiling);
        clarification = null;
        return new ApplicationResubmitted(id(), actor, newFiling, now);
    }

    private void file(Filing newFiling) {
        revision = newFiling.revision();
        reference = newFiling.reference();
        schemeVersion = newFiling.scheme().version();
        filing = Json.write(newFiling);
    }

    ApplicationWithdrawn withdraw(PersonId actor, String reason, Instant now) {
        status = ApplicationTransition.WITHDRAW.apply(status);
        return new ApplicationWithdrawn(id(), actor, reason, now);
    }

    public void startAssessment() {
        status = ApplicationTransition.START_ASSESSMENT.apply(status);
    }

    public void pledge(LocalDate by) {
        pledgedBy = by;
    }

    public void sendBack(String question) {
        status = ApplicationTransition.SEND_BACK.apply(status);
        clarification = question;
    }

    public void findIneligible(String decisionLetter) {
        status = ApplicationTransition.FIND_INELIGIBLE.apply(status);
        letter = decisionLetter;
    }

    public void decline(String decisionLetter) {
        status = ApplicationTransition.DECLINE.apply(status);
        letter = decisionLetter;
    }

    /** @throws IllegalStateException when the approval is not about the filed content, or awards more than the entitlement */
    public void requireFiled(ApplicationApproved approved) {
        var filed = FiledApplication.of(filing().orElseThrow());
        if (!approved.contentSha256().equals(filed.contentSha256())) {
            throw new IllegalStateException("the approval is about the content %s, filed is %s"
                    .formatted(approved.contentSha256(), filed.contentSha256()));
        }
        if (approved.revision() != null && approved.revision() != filed.revision()) {
            throw new IllegalStateException(
                    "the approval is about revision %d, filed is %d".formatted(approved.revision(), filed.revision()));
        }
        filed.requireAgreement(approved);
    }

    public void approve(Money awarded, TranchePlan plan, String decisionLetter) {
        status = ApplicationTransition.APPROVE.apply(status);
        award = award.approved(awarded, plan);
        letter = decisionLetter;
    }

    /** Completes an approval without money: the application becomes an entry of its scheme's register. */
    public void register() {
        status = ApplicationTransition.REGISTER.apply(status);
    }

    public void recordWaiting(String reason) {
        award = award.waiting(reason);
    }

    /** Makes the offer after the award was committed. */
    public OfferMade offer(int version, LocalDate until, Instant now) {
        status = ApplicationTransition.OFFER.apply(status);
        award = award.offered(version, until);
        return new OfferMade(id(), PersonId.SYSTEM, award.awarded().orElseThrow(), until, now);
    }

    /** @param laterStages the number of stages that may follow the first */
    public OfferAccepted accept(PersonId actor, LocalDate today, int laterStages, Instant now) {
        var next = ApplicationTransition.ACCEPT.apply(status);
        award.requireOpenOn(today);

        status = next;
        return new OfferAccepted(id(), actor, organisation(), now, laterStages);
    }

    public OfferLapsed lapse(Instant now) {
        status = ApplicationTransition.LAPSE.apply(status);
        return new OfferLapsed(id(), PersonId.SYSTEM, now);
    }

    /** Records the award version that came into force. */
    public void amend(int version, Money awarded, TranchePlan plan) {
        award = award.amended(version, awarded, plan);
    }

    /** Replaces the plan by the same tranches with other deadlines. */
    public void replacePlan(TranchePlan plan) {
        award = award.scheduled(plan);
    }

    /** Replaces some answers by those of an approved amendment. */
    public void applyVariation(Answers changes) {
        answers = Json.write(answers().with(changes));
    }

    /** Records that the running stage is passed. The grantee may then request the next stage. */
    public void passStage() {
        status = ApplicationTransition.PASS_STAGE.apply(status);
        stagePassed = true;
    }

    /** Starts the next stage with the answers to its questions. */
    public void startLaterStage(Answers stageAnswers) {
        stage++;
        stagePassed = false;
        applyVariation(stageAnswers);
    }

    public void terminate() {
        status = ApplicationTransition.TERMINATE.apply(status);
    }

    public void complete() {
        status = ApplicationTransition.COMPLETE.apply(status);
    }

    public void reopen() {
        status = ApplicationTransition.REOPEN.apply(status);
    }

    @Override
    protected GrantId grantId() {
        return id();
    }

    @Override
    protected String subject() {
        return "application";
    }

    @Override
    protected Object state() {
        return new State(
                status, answers, revision, award.awardedCents(), award.version(), award.planJson(), stage, stagePassed);
    }

    public GrantId id() {
        return GrantId.of(id);
    }

    public SchemeId scheme() {
        return SchemeId.of(scheme);
    }

    /** The pinned scheme version; empty before the first submission. */
    public Optional<SchemeRef> pinned() {
        return Optional.ofNullable(schemeVersion).map(version -> new SchemeRef(scheme(), version));
    }

    public OrganisationId organisation() {
        return OrganisationId.of(organisationId);
    }

    @Override
    public ApplicationStatus status() {
        return status;
    }

    public Answers answers() {
        return Json.read(answers, Answers.class);
    }

    /** The running stage, 1 for the first. */
    public int stage() {
        return stage;
    }

    /** Whether the running stage is passed. */
    public boolean stagePassed() {
        return stagePassed;
    }

    public int revision() {
        return revision;
    }

    public Optional<Filing> filing() {
        return Optional.ofNullable(filing).map(json -> Json.read(json, Filing.class));
    }

    public AwardTerms award() {
        return award;
    }

    public String reference() {
        return reference == null ? "draft" : reference;
    }

    @Nullable
    LocalDate pledgedBy() {
        return pledgedBy;
    }

    @Nullable
    String clarification() {
        return clarification;
    }

    @Nullable
    String letter() {
        return letter;
    }

    Instant startedAt() {
        return startedAt;
    }

    public Optional<Instant> submittedAt() {
        return Optional.ofNullable(submittedAt);
    }
}
