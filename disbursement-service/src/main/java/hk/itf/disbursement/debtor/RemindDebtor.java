package hk.itf.disbursement.debtor;

import hk.itf.disbursement.DisbursementSettings;
import hk.itf.disbursement.receivable.ReceivableTransition;
import hk.itf.disbursement.receivable.Receivables;
import hk.itf.disbursement.receivable.Reminders;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReceivableId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Reminds a debtor of an overdue receivable, once per level. If several levels passed without a sweep, only the highest
 * level gives a reminder.
 */
@ApplicationScoped
public class RemindDebtor {

    private static final Logger LOG = Logger.getLogger(RemindDebtor.class);

    /** @param daysOverdue reminder level, one of the settings */
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

    /** The receivables to remind of, highest level first. */
    @Transactional
    public List<Command> candidates() {
        var today = HongKong.dayOf(clock.instant());
        return settings.reminderDays().stream()
                .sorted(Comparator.reverseOrder())
                .flatMap(level -> reminders.candidates(level, today, settings.sweep()).stream()
                        .map(receivable -> new Command(receivable, level)))
                .toList();
    }

    /**
     * Checks the receivable again under its lock, because it can have been settled or another replica can have
     * reminded. The entity version stays, so that a person who has read the receivable can still act.
     */
    @Transactional
    public void handle(Command command) {
        var now = clock.instant();
        var receivable = receivables.lock(command.receivable());
        if (!receivable.isOverdueBy(command.daysOverdue(), HongKong.dayOf(now))
                || reminders.hasReminder(receivable.id(), command.daysOverdue())) {
            return;
        }
        reminders.add(receivable.remind(command.daysOverdue(), now));
        var detail = "%s outstanding, %d days overdue".formatted(receivable.outstanding(), command.daysOverdue());
        timeline.record(receivable, ReceivableTransition.REMIND, PersonId.SYSTEM, detail, now);
        LOG.infof("receivable %s: reminded of %s", receivable.id(), detail);
    }
}
