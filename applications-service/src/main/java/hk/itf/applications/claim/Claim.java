package hk.itf.applications.claim;

import static hk.itf.model.NamedValue.value;

import hk.itf.applications.claimline.ClaimLineCalculator;
import hk.itf.infra.timeline.TrackedAggregate;
import hk.itf.model.DomainException;
import hk.itf.model.HasLifecycle;
import hk.itf.model.event.ApplicationEvent.ClaimResubmitted;
import hk.itf.model.event.ApplicationEvent.ClaimSubmitted;
import hk.itf.model.event.ApplicationEvent.ClaimWithdrawn;
import hk.itf.model.event.AssessmentEvent.ClaimAccepted;
import hk.itf.model.event.AssessmentEvent.RefusedLine;
import hk.itf.model.event.ClaimFiling;
import hk.itf.model.event.Parties;
import hk.itf.model.filing.FiledClaim;
import hk.itf.model.id.ClaimId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.json.Json;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.ClaimKind;
import hk.itf.model.scheme.tranche.Gate;
import hk.itf.model.scheme.value.LocalisedText;
import hk.itf.model.scheme.value.SchemeRef;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claim on one tranche, with lines of money or without, and with its progress report. The content of a claim can change
 * only in DRAFT and CLARIFYING. A claim whose lines are all refused is ACCEPTED with 0.00. After a REJECTED claim, a new
 * claim of the kind can be filed until the claim deadline.
 */
@Entity
public class Claim extends TrackedAggregate implements HasLifecycle<ClaimStatus> {

    /** Acts that leave the status unchanged, under their names on the timeline. */
    public enum Act {
        DRAFT,
        CHANGE
    }

    /** The gates that the acceptance of a claim meets, and the papers attached to the claim. */
    record GatesAndPapers(List<Gate> gates, List<ClaimFiling.Paper> papers) {}

    record State(
            ClaimStatus status,
            int revision,
            String lines,
            long claimedCents,
            @Nullable Long acceptedCents) {}

    @Id
    private UUID id;

    private UUID applicationId;

    private UUID trancheId;

    @Enumerated(EnumType.STRING)
    private ClaimKind kind;

    @Enumerated(EnumType.STRING)
    private ClaimStatus status;

    private int revision;

    private String lines;

    private long claimedCents;

    private @Nullable String explanation;

    private String report;

    private @Nullable Long acceptedCents;

    private @Nullable String refused;

    private @Nullable String reason;

    private @Nullable String question;

    private Instant filedAt;

    private @Nullable Instant submittedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Claim() {}

    static Claim draft(ClaimId id, GrantId grant, TrancheId tranche, ClaimKind kind, Instant now) {
        var claim = new Claim();
        claim.id = id.value();
        claim.applicationId = grant.value();
        claim.trancheId = tranche.value();
        claim.kind = kind;
        claim.status = ClaimStatus.DRAFT;
        claim.lines = "[]";
        claim.report = "";
        claim.filedAt = now;
        return claim;
    }

    void requireChangeable() {
        if (!isChangeable()) {
            throw DomainException.conflict("not-editable.claim", value("status", status));
        }
    }

    boolean isChangeable() {
        return permits(ClaimTransition.SUBMIT) || permits(ClaimTransition.RESUBMIT);
    }

    void requireSubmittable() {
        if (!isChangeable()) {
            require(ClaimTransition.SUBMIT);
        }
    }

    /** Replaces the lines and the report. The claimed amount is the sum of the lines, up to the limit of the claim. */
    void fill(ClaimLineCalculator.CalculatedLines calculated, String newReport) {
        requireChangeable();
        lines = Json.write(calculated.lines());
        claimedCents = Money.sum(calculated.lines().stream()
                        .map(ClaimFiling.Line::claimed)
                        .toList())
                .min(calculated.limit())
                .cents();
        explanation = calculated.explanation() == null ? null : Json.write(calculated.explanation());
        report = newReport;
    }

    ClaimSubmitted submit(
            PersonId actor, SchemeRef scheme, Parties parties, GatesAndPapers gatesAndPapers, Instant now) {
        status = ClaimTransition.SUBMIT.apply(status);
        revision = 1;
        submittedAt = now;
        return new ClaimSubmitted(grantId(), id(), actor, scheme, parties, filing(gatesAndPapers), now);
    }

    ClaimResubmitted resubmit(PersonId actor, GatesAndPapers gatesAndPapers, Instant now) {
        status = ClaimTransition.RESUBMIT.apply(status);
        revision++;
        question = null;
        return new ClaimResubmitted(grantId(), id(), actor, filing(gatesAndPapers), now);
    }

    /** @return the event; empty for a draft, which assessment-service does not know */
    Optional<ClaimWithdrawn> withdraw(PersonId actor, Instant now) {
        var isKnownToVetting = status != ClaimStatus.DRAFT;
        status = ClaimTransition.WITHDRAW.apply(status);
        return isKnownToVetting
                ? Optional.of(new ClaimWithdrawn(grantId(), id(), tranche(), actor, now))
                : Optional.empty();
    }

    void sendBack(String clarificationQuestion) {
        status = ClaimTransition.SEND_BACK.apply(status);
        question = clarificationQuestion;
    }

    /**
     * Which gates an acceptance meets matters to the payment alone, so disbursement-service compares the gates.
     *
     * @throws IllegalStateException when the acceptance is not about this claim as it was filed, or accepts more
     */
    void requireFiled(ClaimAccepted decision) {
        new FiledClaim(kind, tranche(), claimed(), Set.copyOf(decision.gates())).requireAgreement(decision);
    }

    void accept(Money accepted, List<RefusedLine> refusedLines) {
        status = ClaimTransition.ACCEPT.apply(status);
        acceptedCents = accepted.cents();
        refused = Json.write(refusedLines);
    }

    void reject(String rejectionReason) {
        status = ClaimTransition.REJECT.apply(status);
        reason = rejectionReason;
    }

    private ClaimFiling filing(GatesAndPapers gatesAndPapers) {
        return new ClaimFiling(
                        revision,
                        kind,
                        tranche(),
                        lines(),
                        claimed(),
                        report,
                        gatesAndPapers.gates(),
                        gatesAndPapers.papers(),
                        null)
                .hashed();
    }

    @Override
    protected GrantId grantId() {
        return GrantId.of(applicationId);
    }

    @Override
    protected String subject() {
        return "claim/" + id;
    }

    @Override
    protected Object state() {
        return new State(status, revision, lines, claimedCents, acceptedCents);
    }

    ClaimId id() {
        return ClaimId.of(id);
    }

    GrantId grant() {
        return grantId();
    }

    TrancheId tranche() {
        return TrancheId.of(trancheId);
    }

    /** Whether the other claim is of the same kind and on the same tranche. At most one of these is open or accepted. */
    boolean isSameKindOnTranche(Claim other) {
        return !id.equals(other.id) && trancheId.equals(other.trancheId) && kind == other.kind;
    }

    ClaimKind kind() {
        return kind;
    }

    @Override
    public ClaimStatus status() {
        return status;
    }

    List<ClaimFiling.Line> lines() {
        return List.of(Json.read(lines, ClaimFiling.Line[].class));
    }

    Money claimed() {
        return Money.ofCents(claimedCents);
    }

    Optional<Money> accepted() {
        return Optional.ofNullable(acceptedCents).map(Money::ofCents);
    }

    List<RefusedLine> refused() {
        return refused == null ? List.of() : List.of(Json.read(refused, RefusedLine[].class));
    }

    Optional<LocalisedText> explanation() {
        return Optional.ofNullable(explanation).map(json -> Json.read(json, LocalisedText.class));
    }

    String report() {
        return report;
    }

    @Nullable
    String reason() {
        return reason;
    }

    @Nullable
    String question() {
        return question;
    }

    int revision() {
        return revision;
    }

    Optional<Instant> submittedAt() {
        return Optional.ofNullable(submittedAt);
    }
}
