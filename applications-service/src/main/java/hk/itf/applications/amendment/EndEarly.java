package hk.itf.applications.amendment;

import hk.itf.applications.application.ApplicantAccess;
import hk.itf.applications.application.Application;
import hk.itf.applications.application.ApplicationStatus;
import hk.itf.applications.application.GrantTranche;
import hk.itf.applications.application.GrantTranches;
import hk.itf.applications.claim.Claims;
import hk.itf.infra.duty.Duty;
import hk.itf.infra.duty.GrantDuties;
import hk.itf.infra.duty.Timeline;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.http.EntityVersion;
import hk.itf.model.DomainException;
import hk.itf.model.event.Parties;
import hk.itf.model.id.AmendmentId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import hk.itf.model.scheme.TranchePlan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;

/** Asks for an earlier end of the engagement: drafted, submitted, submitted again, or taken back. */
@ApplicationScoped
class EndEarly {

    record Command(GrantId application, LocalDate lastDay, String reason, PersonId by) {}

    record OnAmendment(GrantId application, AmendmentId amendment, EntityVersion expected, PersonId by) {}

    private final ApplicantAccess access;
    private final Amendments amendments;
    private final GrantTranches tranches;
    private final Claims claims;
    private final GrantDuties duties;
    private final Timeline timeline;
    private final Outbox outbox;
    private final Clock clock;

    EndEarly(
            ApplicantAccess access,
            Amendments amendments,
            GrantTranches tranches,
            Claims claims,
            GrantDuties duties,
            Timeline timeline,
            Outbox outbox,
            Clock clock) {
        this.access = access;
        this.amendments = amendments;
        this.tranches = tranches;
        this.claims = claims;
        this.duties = duties;
        this.timeline = timeline;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    AmendmentView draft(Command command) {
        var now = clock.instant();
        var application = access.asEditor(command.application(), command.by());
        requireActive(application);
        var plan = application.award().plan().orElseThrow();
        var shortened = EarlyEnd.of(plan, command.lastDay());
        requireUntouched(application, plan, shortened);

        var amendment = Amendment.endEarly(
                AmendmentId.next(),
                application.id(),
                application.award().version(),
                command.lastDay(),
                command.reason(),
                shortened,
                now);
        amendments.add(amendment);
        timeline.record(amendment, "DRAFT", command.by(), "", now);
        return AmendmentView.of(amendment);
    }

    @Transactional
    AmendmentView submit(OnAmendment command) {
        var now = clock.instant();
        var application = access.asSubmitter(command.application(), command.by());
        var amendment = amendments.get(application.id(), command.amendment());
        command.expected().require(amendment.version());
        requireActive(application);
        if (amendment.baseVersion() != application.award().version()) {
            throw DomainException.conflict("award-changed", "The award has changed since; draft the amendment anew.");
        }
        requireUntouched(application, application.award().plan().orElseThrow(), amendment.plan());

        duties.take(application.id(), command.by(), Duty.SUBMITTED);
        if (amendment.status() == AmendmentStatus.CLARIFYING) {
            var resubmitted = amendment.resubmit(command.by(), amendment.reason(), now);
            timeline.record(amendment, AmendmentStatus.Transition.RESUBMIT, command.by(), now);
            outbox.append(resubmitted);
        } else {
            var submitted = amendment.submit(
                    command.by(), application.pinned().orElseThrow(), Parties.of(application.organisation()), now);
            timeline.record(amendment, AmendmentStatus.Transition.SUBMIT, command.by(), now);
            outbox.append(submitted);
        }
        return AmendmentView.of(amendment);
    }

    @Transactional
    AmendmentView withdraw(OnAmendment command) {
        var now = clock.instant();
        var application = access.asSubmitter(command.application(), command.by());
        var amendment = amendments.get(application.id(), command.amendment());
        command.expected().require(amendment.version());

        var withdrawn = amendment.withdraw(command.by(), now);
        timeline.record(amendment, AmendmentStatus.Transition.WITHDRAW, command.by(), now);
        withdrawn.ifPresent(outbox::append);
        amendments.flush();
        return AmendmentView.of(amendment);
    }

    private static void requireActive(Application application) {
        if (application.status() != ApplicationStatus.ACTIVE) {
            throw DomainException.conflict("not-active", "Only a running grant can be changed.");
        }
    }

    /** No claim and amendment are open on one tranche, and what is on its way to the bank never changes. */
    private void requireUntouched(Application application, TranchePlan before, TranchePlan after) {
        for (var tranche : tranches.of(application.id())) {
            var changes = !before.tranche(tranche.id()).equals(after.tranche(tranche.id()));
            if (changes && (claims.openOn(tranche.id()) || tranche.status() != GrantTranche.Status.SCHEDULED)) {
                throw DomainException.conflict(
                        "tranche-in-use",
                        "Instalment %d has a claim or a payment and cannot change.".formatted(tranche.number()));
            }
        }
    }
}
