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
 * One entry of a grant's report calendar.
 *
 * @param number the number of the tranche that waits for the report
 * @param title the label of the report, in the reader's language
 * @param from the first day (Hong Kong) on which the report can be filed
 * @param dueBy the report due date (Hong Kong)
 * @param overdueSince when the report was marked overdue; payments of the grant are on hold until its acceptance
 * @param claim the latest claim filed for the report
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

    /** The state of a report. */
    public enum State {
        /** The period of the tranche has not ended, or another tranche must be paid first. */
        UPCOMING,
        /** The report can be filed, and its due date has not passed. */
        DUE,
        /** The report is being vetted, or was sent back for clarification. */
        SUBMITTED,
        ACCEPTED,
        /** The due date has passed without a filed report. */
        OVERDUE
    }

    /** The latest claim filed for a report. */
    record Filed(ClaimId claim, ClaimStatus status) {}

    /** @param waits whether other tranches must be paid or cancelled before the report can be filed */
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

    /** The state that follows from a filed claim; empty when the claim is neither being vetted nor accepted. */
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
