package hk.itf.disbursement.debtor;

import hk.itf.disbursement.DisbursementSettings;
import hk.itf.disbursement.receivable.ReceivableTransition;
import hk.itf.disbursement.receivable.Receivables;
import hk.itf.disbursement.receivable.Reminders;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.duty.Timeline;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReceivableId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Reminds a debtor of what is overdue, once a level. Who was not reminded in time, because nothing swept or because business
 * time was moved, is reminded at the level reached and not also of those that were missed.
 */
@ApplicationScoped
public class RemindDebtor {

    private static final Logger LOG = Logger.getLogger(RemindDebtor.class);

    /** @param daysOverdue the level, one of the settings */
    public record Command(ReceivableId receivable, int daysOverdue) {}

    private final Receivables receivables;
    private final Reminders reminders;
    private final Timeline timeline;
    private final DisbursementSettings settings;
    private final Clock clock;

    RemindDebtor(
            Receivables receivables,
            Reminders reminders,
            Timeline timeline,
            DisbursementSettings settings,
            Clock clock) {
        this.receivables = receivables;
        this.reminders = reminders;
        this.timeline = timeline;
        this.settings = settings;
        this.clock = clock;
    }

    /** Who is to be reminded, the latest level first. */
    @Transactional
    public List<Command> missing() {
        var today = HongKong.dayOf(clock.instant());
        return settings.reminderDays().stream()
                .sorted(Comparator.reverseOrder())
                .flatMap(level -> reminders.missing(level, today, settings.sweep()).stream()
                        .map(receivable -> new Command(receivable, level)))
                .toList();
    }

    /**
     * Looks again under the lock, because it may have been paid, or another replica was faster. What is owed does not change
     * by it, so whoever has read the receivable before may still act on it.
     */
    @Transactional
    public void handle(Command command) {
        var now = clock.instant();
        var receivable = receivables.lock(command.receivable());
        if (!receivable.isOverdueBy(command.daysOverdue(), HongKong.dayOf(now))
                || reminders.areRaised(receivable.id(), command.daysOverdue())) {
            return;
        }
        reminders.add(receivable.remind(command.daysOverdue(), now));
        var detail = "%s outstanding, %d days overdue".formatted(receivable.outstanding(), command.daysOverdue());
        timeline.record(receivable, ReceivableTransition.REMIND, PersonId.SYSTEM, detail, now);
        LOG.infof("receivable %s: reminded of %s", receivable.id(), detail);
    }
}
