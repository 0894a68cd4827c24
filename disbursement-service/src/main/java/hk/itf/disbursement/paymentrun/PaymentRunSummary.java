package hk.itf.disbursement.paymentrun;

import hk.itf.disbursement.paymentrun.PaymentRunView.LineView;
import hk.itf.model.id.PersonId;
import hk.itf.model.money.Money;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * The totals of a payment run.
 *
 * @param total amount of all prepared and released lines, which the release request repeats
 * @param totals number and amount of lines by status
 */
public record PaymentRunSummary(UUID id, PersonId openedBy, Instant openedAt, Money total, List<TotalView> totals) {

    /** Number and amount of the lines with a status. */
    public record TotalView(PaymentLineStatus status, int lines, Money amount) {}

    static PaymentRunSummary of(PaymentRun run, List<LineView> lines) {
        var totals = Arrays.stream(PaymentLineStatus.values())
                .map(status -> totalOf(
                        status,
                        lines.stream().filter(line -> line.status() == status).toList()))
                .toList();
        var total = Money.sum(totals.stream()
                .filter(each ->
                        each.status() == PaymentLineStatus.PREPARED || each.status() == PaymentLineStatus.RELEASED)
                .map(TotalView::amount)
                .toList());
        return new PaymentRunSummary(run.id(), run.openedBy(), run.openedAt(), total, totals);
    }

    private static TotalView totalOf(PaymentLineStatus status, List<LineView> lines) {
        return new TotalView(
                status,
                lines.size(),
                Money.sum(lines.stream().map(LineView::amount).toList()));
    }
}
