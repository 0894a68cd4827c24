package hk.itf.applications.amendment;

import static hk.itf.model.NamedValue.value;

import hk.itf.applications.proposal.ProposedVersion;
import hk.itf.infra.timeline.TrackedAggregate;
import hk.itf.model.DomainException;
import hk.itf.model.HasLifecycle;
import hk.itf.model.Violation;
import hk.itf.model.event.AmendmentFiling;
import hk.itf.model.event.AmendmentKind;
import hk.itf.model.event.ApplicationEvent.AmendmentResubmitted;
import hk.itf.model.event.ApplicationEvent.AmendmentSubmitted;
import hk.itf.model.event.ApplicationEvent.AmendmentWithdrawn;
import hk.itf.model.event.AssessmentEvent.AmendmentApproved;
import hk.itf.model.event.Parties;
import hk.itf.model.filing.FiledAmendment;
import hk.itf.model.id.AmendmentId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import hk.itf.model.json.Json;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.funding.EntitlementStatement;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.tranche.TranchePlan;
import hk.itf.model.scheme.value.SchemeRef;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A requested change to a running award. The amendment names the award version that it changes. Its content can change
 * only in DRAFT and CLARIFYING. A grant has one open amendment at a time, with two exceptions for a termination: a
 * termination can be drafted while another amendment is open, and can be approved while a later stage waits for funds.
 * An approved amendment is overruled when another version comes into force first.
 */
@Entity
public class Amendment extends TrackedAggregate implements HasLifecycle<AmendmentStatus> {

    /** Acts that leave the status unchanged, under their names on the timeline. */
    public enum Act {
        DRAFT,
        CHANGE
    }

    record State(
            AmendmentStatus status,
            int revision,
            LocalDate lastDay,
            long awardedCents,
            String plan,
            @Nullable Long keepCents,
            String changes) {}

    @Id
    private UUID id;

    private UUID applicationId;

    @Enumerated(EnumType.STRING)
    private AmendmentKind kind;

    @Enumerated(EnumType.STRING)
    private AmendmentStatus status;

    private int revision;

    private int baseVersion;

    private LocalDate lastDay;

    private String reason;

    private long awardedCents;

    private String plan;

    private @Nullable Long keepCents;

    private String changes;

    private @Nullable String entitlement;

    private @Nullable String letter;

    private @Nullable String question;

    private @Nullable String answer;

    private boolean byFund;

    private Instant filedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Amendment() {}

    /** @param byFund whether the secretariat files the amendment; otherwise the grantee does */
    static Amendment draft(
            AmendmentId id,
            GrantId grant,
            int baseVersion,
            ProposedVersion proposal,
            String reason,
            boolean byFund,
            Instant now) {
        var amendment = new Amendment();
        amendment.id = id.value();
        amendment.applicationId = grant.value();
        amendment.kind = proposal.kind();
        amendment.status = AmendmentStatus.DRAFT;
        amendment.byFund = byFund;
        amendment.filedAt = now;
        amendment.replaceRequest(baseVersion, proposal, reason);
        return amendment;
    }

    /**
     * Replaces the content of the amendment; the kind stays.
     *
     * @param newAnswer the answer to the clarification request; null when the filer gives none
     * @throws DomainException {@code not-editable}; {@code invalid-request} for an answer without a clarification request
     */
    void change(int newBaseVersion, ProposedVersion proposal, String newReason, @Nullable String newAnswer) {
        if (!permits(AmendmentTransition.SUBMIT) && !permits(AmendmentTransition.RESUBMIT)) {
            throw DomainException.conflict("not-editable.amendment", value("status", status));
        }
        if (newAnswer != null && !permits(AmendmentTransition.RESUBMIT)) {
            throw DomainException.invalidFields(List.of(Violation.of("/answer", "not-asked.answer")));
        }
        replaceRequest(newBaseVersion, proposal, newReason);
        answer = newAnswer;
    }

    private void replaceRequest(int newBaseVersion, ProposedVersion proposal, String newReason) {
        baseVersion = newBaseVersion;
        lastDay = proposal.effective();
        reason = newReason;
        plan = Json.write(proposal.plan());
        awardedCents = proposal.plan().total().cents();
        keepCents = proposal.keep() == null ? null : proposal.keep().cents();
        changes = Json.write(proposal.changes());
        entitlement = proposal.entitlement() == null ? null : Json.write(proposal.entitlement());
    }

    /** @param assessed the changed answers without personal data, because events carry none */
    AmendmentSubmitted submit(PersonId actor, SchemeRef scheme, Parties parties, Answers assessed, Instant now) {
        status = AmendmentTransition.SUBMIT.apply(status);
        revision = 1;
        return new AmendmentSubmitted(grantId(), id(), actor, scheme, parties, filing(assessed), now);
    }

    AmendmentResubmitted resubmit(PersonId actor, Answers assessed, Instant now) {
        status = AmendmentTransition.RESUBMIT.apply(status);
        revision++;
        question = null;
        return new AmendmentResubmitted(grantId(), id(), actor, filing(assessed), now);
    }

    /** @return the event; empty for a draft, which assessment-service does not know */
    Optional<AmendmentWithdrawn> withdraw(PersonId actor, Instant now) {
        var isKnownToVetting = status != AmendmentStatus.DRAFT;
        status = AmendmentTransition.WITHDRAW.apply(status);
        return isKnownToVetting ? Optional.of(new AmendmentWithdrawn(grantId(), id(), actor, now)) : Optional.empty();
    }

    void sendBack(String clarificationQuestion) {
        status = AmendmentTransition.SEND_BACK.apply(status);
        question = clarificationQuestion;
        answer = null;
    }

    /** @throws IllegalStateException when the approval differs from this amendment as it was filed */
    void requireFiled(AmendmentApproved decision) {
        new FiledAmendment(kind, baseVersion, plan(), keep().orElse(null)).requireAgreement(decision);
    }

    void approve(String decisionLetter) {
        status = AmendmentTransition.APPROVE.apply(status);
        letter = decisionLetter;
    }

    void decline(String decisionLetter) {
        status = AmendmentTransition.DECLINE.apply(status);
        letter = decisionLetter;
    }

    void enterForce() {
        status = AmendmentTransition.ENTER_FORCE.apply(status);
    }

    /** Withdraws an approved amendment, because another version came into force first. */
    void overrule() {
        status = AmendmentTransition.OVERRULE.apply(status);
    }

    /** Whether another amendment of the same grant must end before this amendment can be opened. */
    boolean isBlockedBy(Amendment other) {
        return switch (other.status) {
            case IN_FORCE, DECLINED, WITHDRAWN -> false;
            case DRAFT -> other.isTermination() == isTermination();
            case SUBMITTED, CLARIFYING -> other.isTermination() || !isTermination();
            case APPROVED -> other.kind != AmendmentKind.NEXT_STAGE || !isTermination();
        };
    }

    boolean isTermination() {
        return kind == AmendmentKind.TERMINATION;
    }

    /** The reason, followed by the answer as its own paragraph. The event has one text field for both. */
    private String reasonWithAnswer() {
        return answer == null ? reason : reason + "\n\n" + answer;
    }

    private AmendmentFiling filing(Answers assessed) {
        return new AmendmentFiling(
                        revision,
                        kind,
                        baseVersion,
                        lastDay,
                        reasonWithAnswer(),
                        awarded(),
                        plan(),
                        keep().orElse(null),
                        assessed.byQuestion().isEmpty() ? null : assessed,
                        entitlement().orElse(null))
                .hashed();
    }

    @Override
    protected GrantId grantId() {
        return GrantId.of(applicationId);
    }

    @Override
    protected String subject() {
        return "amendment/" + id;
    }

    @Override
    protected Object state() {
        return new State(status, revision, lastDay, awardedCents, plan, keepCents, changes);
    }

    AmendmentId id() {
        return AmendmentId.of(id);
    }

    GrantId grant() {
        return grantId();
    }

    @Override
    public AmendmentStatus status() {
        return status;
    }

    int baseVersion() {
        return baseVersion;
    }

    LocalDate lastDay() {
        return lastDay;
    }

    String reason() {
        return reason;
    }

    Money awarded() {
        return Money.ofCents(awardedCents);
    }

    AmendmentKind kind() {
        return kind;
    }

    Optional<Money> keep() {
        return Optional.ofNullable(keepCents).map(Money::ofCents);
    }

    Answers changes() {
        return Json.read(changes, Answers.class);
    }

    Optional<EntitlementStatement> entitlement() {
        return Optional.ofNullable(entitlement).map(json -> Json.read(json, EntitlementStatement.class));
    }

    /** The proposed plan of a variation; empty for other kinds of amendment. */
    Optional<TranchePlan> variedPlan() {
        return kind() == AmendmentKind.VARIATION ? Optional.of(plan()) : Optional.empty();
    }

    TranchePlan plan() {
        return Json.read(plan, TranchePlan.class);
    }

    @Nullable
    String letter() {
        return letter;
    }

    @Nullable
    String question() {
        return question;
    }

    @Nullable
    String answer() {
        return answer;
    }

    boolean isFiledByFund() {
        return byFund;
    }

    int revision() {
        return revision;
    }
}
