package hk.itf.applications.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import hk.itf.applications.claim.ClaimStatus;
import hk.itf.applications.grant.AwaitedClaim;
import hk.itf.applications.grant.GrantTranche;
import hk.itf.model.id.ClaimId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.scheme.tranche.ClaimKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a grant's calendar of reports.
 *
 * @param number of the instalment that waits for it
 * @param from the first day (Hong Kong) on which it can be filed
 * @param dueBy the last day (Hong Kong) on which it is in time
 * @param overdueSince when it was found missing; nothing of the grant is paid from then until it is accepted
 * @param claim what was filed for it last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReportView(
        int number,
        TrancheId tranche,
        ClaimKind kind,
        String title,
        LocalDate from,
        LocalDate dueBy,
        State state,
        @Nullable Instant overdueSince,
        @Nullable ClaimId claim) {

    /** Where a report stands. */
    public enum State {
        /** Its instalment's period is not over, or other instalments have to be paid before. */
        UPCOMING,
        /** It can be filed, and is in time. */
        DUE,
        /** It is being vetted, or was sent back. */
        SUBMITTED,
        ACCEPTED,
        /** Its day has passed without it. */
        OVERDUE
    }

    /** The last claim that was filed for a report. */
    record Filed(ClaimId claim, ClaimStatus status) {}

    /** @param waits whether other instalments have to be paid before it can be filed */
    static ReportView of(
            AwaitedClaim awaited, GrantTranche tranche, Optional<Filed> filed, boolean waits, LocalDate today) {
        var from = tranche.period().to().plusDays(1);
        return new ReportView(
                tranche.number(),
                tranche.id(),
                awaited.kind(),
                title(awaited.kind(), tranche.number()),
                from,
                awaited.dueBy().orElseThrow(),
                filed.flatMap(each -> state(each.status())).orElseGet(() -> unfiled(awaited, from, waits, today)),
                awaited.overdueAt().orElse(null),
                filed.map(Filed::claim).orElse(null));
    }

    /** Empty when nothing that was filed is being vetted or accepted. */
    private static Optional<State> state(ClaimStatus filed) {
        return switch (filed) {
            case SUBMITTED, CLARIFYING -> Optional.of(State.SUBMITTED);
            case ACCEPTED -> Optional.of(State.ACCEPTED);
            case DRAFT, REJECTED, WITHDRAWN -> Optional.empty();
        };
    }

    private static State unfiled(AwaitedClaim awaited, LocalDate from, boolean waits, LocalDate today) {
        if (waits && awaited.overdueAt().isEmpty()) {
            return State.UPCOMING;
        }
        if (today.isAfter(awaited.dueBy().orElseThrow())) {
            return State.OVERDUE;
        }
        return today.isBefore(from) ? State.UPCOMING : State.DUE;
    }

    static String title(ClaimKind kind, int number) {
        return "%s, instalment %d".formatted(words(kind), number);
    }

    private static String words(ClaimKind kind) {
        return switch (kind) {
            case REPORT -> "Report";
            case MILESTONE -> "Milestone";
            case ACCOUNTS -> "Accounts";
            case PAYMENT, ADVANCE, MATCHING, STAGE_GATE ->
                throw new IllegalArgumentException(
                        "no report is a %s claim".formatted(kind.name().toLowerCase(Locale.ROOT)));
        };
    }
}
