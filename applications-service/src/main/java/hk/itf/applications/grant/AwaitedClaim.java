package hk.itf.applications.grant;

import hk.itf.model.event.ApplicationEvent.ReportOverdue;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.id.Uuids;
import hk.itf.model.scheme.tranche.ClaimKind;
import hk.itf.model.scheme.tranche.ClaimRule;
import hk.itf.model.scheme.tranche.Gate;
import hk.itf.model.scheme.tranche.PlannedTranche;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claim of one kind that a tranche awaits to meet some of its gates. A report has a due day, which follows the plan until
 * the report is overdue. An overdue report is marked once and stays marked.
 */
@Entity
public class AwaitedClaim {

    private static final Set<ClaimKind> REPORTS = EnumSet.of(ClaimKind.REPORT, ClaimKind.MILESTONE, ClaimKind.ACCOUNTS);

    @Id
    private UUID id;

    @Version
    private int version;

    private UUID applicationId;

    private UUID trancheId;

    @Enumerated(EnumType.STRING)
    private ClaimKind kind;

    private @Nullable LocalDate dueBy;

    private @Nullable Instant remindedAt;

    private @Nullable Instant overdueAt;

    /** Kept by triggers of the database; false only until the row is inserted. */
    @Column(updatable = false)
    private boolean watched;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected AwaitedClaim() {}

    static AwaitedClaim on(GrantId application, PlannedTranche planned, ClaimKind kind) {
        var awaited = new AwaitedClaim();
        awaited.id = Uuids.next();
        awaited.applicationId = application.value();
        awaited.trancheId = planned.id().value();
        awaited.kind = kind;
        awaited.dueBy = dueBy(planned, kind);
        return awaited;
    }

    /** The kinds of claims that meet the gates of a tranche. The gates of the agreement and the payee need no claim. */
    static Set<ClaimKind> kinds(ClaimRule rule, Set<Gate> gates) {
        var kinds = EnumSet.noneOf(ClaimKind.class);
        var open = EnumSet.noneOf(Gate.class);
        open.addAll(gates);
        if (gates.contains(Gate.CLAIM_ACCEPTED)) {
            kinds.add(ClaimKind.PAYMENT);
            open.removeAll(rule.meets());
        }
        rule.others().stream()
                .filter(other -> other.meets().stream().anyMatch(open::contains))
                .forEach(other -> kinds.add(other.kind()));
        return kinds;
    }

    /** Adopts the due day of a new award version, unless the report is overdue. */
    void follow(PlannedTranche planned) {
        var moved = dueBy(planned, kind);
        if (overdueAt == null && moved != null && !moved.equals(dueBy)) {
            dueBy = moved;
            remindedAt = null;
        }
    }

    /** Moves the due day to the first day with a full term, when the report could not be filed earlier. */
    public void possibleFrom(LocalDate newDueBy) {
        if (overdueAt == null && dueBy != null && newDueBy.isAfter(dueBy)) {
            dueBy = newDueBy;
            remindedAt = null;
        }
    }

    /** Records that the grantee was reminded of the due day. */
    public void remind(Instant now) {
        remindedAt = now;
    }

    /** Marks the report as overdue. */
    public ReportOverdue markOverdue(Instant now) {
        if (overdueAt != null || dueBy == null) {
            throw new IllegalStateException("what tranche " + trancheId + " awaits is overdue once, or never");
        }
        overdueAt = now;
        return new ReportOverdue(application(), tranche(), PersonId.SYSTEM, kind, dueBy, now);
    }

    private static @Nullable LocalDate dueBy(PlannedTranche planned, ClaimKind kind) {
        return REPORTS.contains(kind) ? planned.reportBy() : null;
    }

    public UUID id() {
        return id;
    }

    public GrantId application() {
        return GrantId.of(applicationId);
    }

    public TrancheId tranche() {
        return TrancheId.of(trancheId);
    }

    public ClaimKind kind() {
        return kind;
    }

    /** The last Hong Kong day for the report; empty for a claim that is no report. */
    public Optional<LocalDate> dueBy() {
        return Optional.ofNullable(dueBy);
    }

    public Optional<Instant> overdueAt() {
        return Optional.ofNullable(overdueAt);
    }
}
