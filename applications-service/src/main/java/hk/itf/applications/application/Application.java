package hk.itf.applications.application;

import hk.itf.infra.duty.TrackedAggregate;
import hk.itf.model.DomainException;
import hk.itf.model.HasLifecycle;
import hk.itf.model.event.ApplicationEvent.ApplicationResubmitted;
import hk.itf.model.event.ApplicationEvent.ApplicationSubmitted;
import hk.itf.model.event.ApplicationEvent.ApplicationWithdrawn;
import hk.itf.model.event.ApplicationEvent.OfferAccepted;
import hk.itf.model.event.ApplicationEvent.OfferLapsed;
import hk.itf.model.event.ApplicationEvent.OfferMade;
import hk.itf.model.event.Filing;
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
 * One case of one organisation, from the draft to the end of the grant; its id is the grant's id everywhere. Answers
 * change only in DRAFT and CLARIFYING. Submission pins the scheme version for good and freezes what was handed over; the
 * offer exists only after the money is committed.
 */
@Entity
public class Application extends TrackedAggregate implements HasLifecycle<ApplicationStatus> {

    /** Changes that leave the status as it is, by their names on the timeline. */
    public enum Act {
        START,
        ANSWER,
        PLEDGE,
        WAIT,
        AMEND,
        ACCOUNTS_POSSIBLE
    }

    /** What the fingerprint on the timeline covers. */
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

    /** 1 for the first; the amendment that brings the next one into force counts on. */
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
            throw DomainException.conflict(
                    "not-editable", "Answers can be changed in a draft, and while a clarification is asked for.");
        }
        answers = Json.write(given);
    }

    /** Hands the application over for vetting; after this the applicant can only withdraw it. */
    public ApplicationSubmitted submit(PersonId actor, Filing handedOver, Instant now) {
        var next = ApplicationTransition.SUBMIT.apply(status);

        status = next;
        file(handedOver);
        submittedAt = now;
        return new ApplicationSubmitted(id(), actor, handedOver, now);
    }

    /** Hands it over again after a clarification. The version of the scheme stays the one that was pinned. */
    public ApplicationResubmitted resubmit(PersonId actor, Filing handedOver, Instant now) {
        var next = ApplicationTransition.RESUBMIT.apply(status);
        if (!handedOver.scheme().equals(pinned().orElseThrow())) {
            throw DomainException.broken(
                    "scheme-version-pinned",
                    "The change would move the case to another version of the scheme's rules.");
        }
        status = next;
        file(handedOver);
        clarification = null;
        return new ApplicationResubmitted(id(), actor, handedOver, now);
    }

    private void file(Filing handedOver) {
        revision = handedOver.revision();
        reference = handedOver.reference();
        schemeVersion = handedOver.scheme().version();
        filing = Json.write(handedOver);
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

    public void approve(Money awarded, TranchePlan plan, String decisionLetter) {
        status = ApplicationTransition.APPROVE.apply(status);
        award = award.approved(awarded, plan);
        letter = decisionLetter;
    }

    /** It is an entry of its scheme's register now; there is no money to offer. */
    public void register() {
        status = ApplicationTransition.REGISTER.apply(status);
    }

    public void waitFor(String reason) {
        award = award.waiting(reason);
    }

    /** The money is there: now there is an offer. */
    public OfferMade offer(int version, LocalDate until, Instant now) {
        status = ApplicationTransition.OFFER.apply(status);
        award = award.offered(version, until);
        return new OfferMade(id(), PersonId.SYSTEM, award.awarded().orElseThrow(), until, now);
    }

    /** @param laterStages how many stages may follow the one that begins */
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

    /** Another version of the award is in force. */
    public void amend(int version, Money awarded, TranchePlan plan) {
        award = award.amended(version, awarded, plan);
    }

    /** The same instalments with other deadlines. */
    public void schedule(TranchePlan plan) {
        award = award.scheduled(plan);
    }

    /** What was answered anew holds from now on. */
    public void vary(Answers changes) {
        answers = Json.write(answers().with(changes));
    }

    /** The stage that runs is passed: the next one can be asked for. */
    public void passStage() {
        status = ApplicationTransition.PASS_STAGE.apply(status);
        stagePassed = true;
    }

    /** The next stage runs. */
    public void goOn(Answers toItsQuestions) {
        stage++;
        stagePassed = false;
        vary(toItsQuestions);
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

    /** The version the case is pinned to; none before the first submission. */
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

    /** 1 for the first. */
    public int stage() {
        return stage;
    }

    /** Whether the stage that runs is passed. */
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
