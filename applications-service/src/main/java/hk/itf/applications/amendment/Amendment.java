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
import hk.itf.model.event.Parties;
import hk.itf.model.id.AmendmentId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import hk.itf.model.json.Json;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.funding.Entitlement;
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
 * A change asked for on a running award, naming the version it changes. One is open per grant at a time; a termination
 * is drafted beside another one, which it overrules once it is handed over, and stands beside a later stage that waits for
 * its money. It changes only in DRAFT and CLARIFYING. What is approved is given up when another version comes into force.
 */
@Entity
public class Amendment extends TrackedAggregate implements HasLifecycle<AmendmentStatus> {

    /** Changes that leave the status as it is, by their names on the timeline. */
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

    /** @param byFund whether it is the secretariat's, and not the grantee's */
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
        amendment.ask(baseVersion, proposal, reason);
        return amendment;
    }

    /**
     * Asks for something else of the same kind.
     *
     * @param newAnswer to the question of the clarification; null when there is none
     * @throws DomainException {@code not-editable}; {@code invalid-request} for an answer when nothing was asked
     */
    void change(int newBaseVersion, ProposedVersion proposal, String newReason, @Nullable String newAnswer) {
        if (!permits(AmendmentTransition.SUBMIT) && !permits(AmendmentTransition.RESUBMIT)) {
            throw DomainException.conflict("not-editable.amendment", value("status", status));
        }
        if (newAnswer != null && !permits(AmendmentTransition.RESUBMIT)) {
            throw DomainException.invalidFields(List.of(Violation.of("/answer", "not-asked.answer")));
        }
        ask(newBaseVersion, proposal, newReason);
        answer = newAnswer;
    }

    private void ask(int newBaseVersion, ProposedVersion proposal, String newReason) {
        baseVersion = newBaseVersion;
        lastDay = proposal.effective();
        reason = newReason;
        plan = Json.write(proposal.plan());
        awardedCents = proposal.plan().total().cents();
        keepCents = proposal.keep() == null ? null : proposal.keep().cents();
        changes = Json.write(proposal.changes());
        entitlement = proposal.entitlement() == null ? null : Json.write(proposal.entitlement());
    }

    /** @param assessed what is answered anew, without what is personal */
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

    Optional<AmendmentWithdrawn> withdraw(PersonId actor, Instant now) {
        var known = status != AmendmentStatus.DRAFT;
        status = AmendmentTransition.WITHDRAW.apply(status);
        return known ? Optional.of(new AmendmentWithdrawn(grantId(), id(), actor, now)) : Optional.empty();
    }

    void sendBack(String asked) {
        status = AmendmentTransition.SEND_BACK.apply(status);
        question = asked;
        answer = null;
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

    /** It was approved, and another version came into force before it could. */
    void giveUp() {
        status = AmendmentTransition.GIVE_UP.apply(status);
    }

    /** Whether another one of the same grant has to be over before this one is opened. */
    boolean waitsFor(Amendment other) {
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

    /** The event has one text for why it is asked for: an answer comes after that, as a paragraph of its own. */
    private String words() {
        return answer == null ? reason : reason + "\n\n" + answer;
    }

    private AmendmentFiling filing(Answers assessed) {
        return new AmendmentFiling(
                revision,
                kind,
                baseVersion,
                lastDay,
                words(),
                awarded(),
                plan(),
                keep().orElse(null),
                assessed.byQuestion().isEmpty() ? null : assessed,
                entitlement().orElse(null));
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

    Optional<Entitlement> entitlement() {
        return Optional.ofNullable(entitlement).map(json -> Json.read(json, Entitlement.class));
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

    boolean byFund() {
        return byFund;
    }

    int revision() {
        return revision;
    }
}
