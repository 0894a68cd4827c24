package hk.itf.applications.report;

import static hk.itf.model.NamedValue.value;

import com.fasterxml.jackson.annotation.JsonInclude;
import hk.itf.applications.claim.ClaimStatus;
import hk.itf.applications.grant.AwaitedClaim;
import hk.itf.applications.grant.GrantTranche;
import hk.itf.infra.http.CallerLanguage;
import hk.itf.infra.text.TextSection;
import hk.itf.infra.text.Texts;
import hk.itf.model.Wording;
import hk.itf.model.id.ClaimId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.scheme.tranche.ClaimKind;
import java.time.Instant;
import java.time.LocalDate;
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
                Texts.loaded()
                        .render(TextSection.LABELS, title(awaited.kind(), tranche.number()), CallerLanguage.current()),
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

    /** The label of a report, such as "Progress report of tranche 2". */
    static Wording title(ClaimKind kind, int number) {
        return switch (kind) {
            case REPORT -> Wording.of("report-title.REPORT", value("number", number));
            case MILESTONE -> Wording.of("report-title.MILESTONE", value("number", number));
            case ACCOUNTS -> Wording.of("report-title.ACCOUNTS", value("number", number));
            case PAYMENT, ADVANCE, MATCHING, STAGE_GATE ->
                throw new IllegalArgumentException("a claim of the kind %s is no report".formatted(kind));
        };
    }
}
