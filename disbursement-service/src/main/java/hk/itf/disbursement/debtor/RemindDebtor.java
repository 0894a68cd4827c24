package hk.itf.disbursement.debtor;

import hk.itf.disbursement.DisbursementSettings;
import hk.itf.disbursement.receivable.Receivable;
import hk.itf.disbursement.receivable.ReceivableTransition;
import hk.itf.disbursement.receivable.Receivables;
import hk.itf.disbursement.receivable.Receivables.ToRemind;
import hk.itf.disbursement.receivable.Reminders;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReceivableId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Reminds a debtor of an overdue receivable, once per level. If several levels passed without a sweep, only the highest
 * level gives a reminder.
 */
@ApplicationScoped
public class RemindDebtor {

    private static final Logger LOG = Logger.getLogger(RemindDebtor.class);

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

    /** A page of receivables that may have reached a level. */
    @Transactional
    public List<ToRemind> candidates(Optional<ToRemind> after) {
        return receivables.toRemind(HongKong.dayOf(clock.instant()), after, settings.sweepPage());
    }

    /**
     * Checks the receivable again under its lock, because it can have been settled or another replica can have
     * reminded. The entity version stays, so that a person who has read the receivable can still act. The day of the next
     * reminder follows from the levels in the settings at this moment.
     */
    @Transactional
    public void handle(ReceivableId id) {
        var now = clock.instant();
        var today = HongKong.dayOf(now);
        var receivable = receivables.lock(id);
        highestLevel(receivable, today)
                .filter(level -> !reminders.hasReminder(id, level))
                .ifPresent(level -> remind(receivable, level, now));
        receivables.remindOn(id, nextReminder(receivable, today).orElse(null));
    }

    private void remind(Receivable receivable, int level, Instant now) {
        reminders.add(receivable.remind(level, now));
        var detail = "%s outstanding, %d days overdue".formatted(receivable.outstanding(), level);
        timeline.record(receivable, ReceivableTransition.REMIND, PersonId.SYSTEM, detail, now);
        LOG.infof("receivable %s: reminded of %s", receivable.id(), detail);
    }

    private Optional<Integer> highestLevel(Receivable receivable, LocalDate today) {
        return settings.reminderDays().stream()
                .filter(level -> receivable.isOverdueBy(level, today))
                .max(Comparator.naturalOrder());
    }

    private Optional<LocalDate> nextReminder(Receivable receivable, LocalDate today) {
        return settings.reminderDays().stream()
                .map(receivable::firstDayOverdueBy)
                .filter(day -> day.isAfter(today))
                .min(Comparator.naturalOrder());
    }
}
