package hk.itf.applications.progress;

import hk.itf.applications.application.Application;
import hk.itf.applications.application.Applications;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.tranche.TranchePlan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;

/** Adopts a new award version in the grant: its amount, plan and tranches. */
@ApplicationScoped
public class AdoptAwardVersion {

    private final Applications applications;
    private final RestartDeadlines deadlines;
    private final Timeline timeline;
    private final Clock clock;

    AdoptAwardVersion(Applications applications, RestartDeadlines deadlines, Timeline timeline, Clock clock) {
        this.applications = applications;
        this.deadlines = deadlines;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * The version that comes into force.
     *
     * @param changes the answers that the version replaces
     * @param nextStage whether the version starts the next stage
     */
    public record Command(
            GrantId grant,
            int version,
            Money awarded,
            TranchePlan plan,
            Answers changes,
            boolean nextStage,
            PersonId actor) {}

    @Transactional(TxType.MANDATORY)
    public void handle(Command command) {
        var now = clock.instant();
        var application = applications.lock(command.grant());
        var before = application.award().plan().orElseThrow();
        application.amend(command.version(), command.awarded(), command.plan());
        if (command.nextStage()) {
            application.startLaterStage(command.changes());
        } else {
            application.applyVariation(command.changes());
        }
        deadlines.restartForVersion(application, before, HongKong.dayOf(now));
        timeline.record(application, Application.Act.AMEND, command.actor(), words(command), now);
        deadlines.startAccountsDeadline(application, now); // the version cancels omitted tranches
    }

    /** Names the changed questions without their answers, which may be personal. */
    private static String words(Command command) {
        var answered = command.changes().byQuestion().keySet();
        return "version " + command.version() + (answered.isEmpty() ? "" : ", answered anew: " + answered);
    }
}
