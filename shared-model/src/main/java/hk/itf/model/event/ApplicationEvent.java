package hk.itf.model.event;

import hk.itf.model.duty.Duty;
import hk.itf.model.duty.TakenDuty;
import hk.itf.model.id.AmendmentId;
import hk.itf.model.id.ClaimId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.ClaimKind;
import hk.itf.model.scheme.value.SchemeId;
import hk.itf.model.scheme.value.SchemeRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of applications-service. */
@Topic(value = "itf.applications", source = "applications")
public sealed interface ApplicationEvent extends DomainEvent {

    /** An event about one grant. All events but the publication of a scheme version are. */
    sealed interface OfGrant extends ApplicationEvent {
        GrantId grant();

        @Override
        default AggregateKey aggregate() {
            return AggregateKey.grant(grant());
        }
    }

    /** A scheme version was published. The text is the complete file, so that every service reads the same rules. */
    @EventType("itf.scheme.version-published.v1")
    record SchemeVersionPublished(SchemeRef scheme, PersonId actor, String text, String sha256)
            implements ApplicationEvent {
        @Override
        public AggregateKey aggregate() {
            return AggregateKey.scheme(schemeId());
        }

        private SchemeId schemeId() {
            return scheme.id();
        }
    }

    /** An application was submitted for vetting. Personal answers stay in applications-service. */
    @EventType("itf.application.submitted.v1")
    record ApplicationSubmitted(GrantId grant, PersonId actor, Filing filing, Instant submittedAt) implements OfGrant {
        @Override
        public List<TakenDuty> duties() {
            return TakenDuty.by(actor, grant, Duty.SUBMITTED);
        }
    }

    /** An application was submitted again after a clarification. The stage that asked reopens. */
    @EventType("itf.application.resubmitted.v1")
    record ApplicationResubmitted(GrantId grant, PersonId actor, Filing filing, Instant resubmittedAt)
            implements OfGrant {
        @Override
        public List<TakenDuty> duties() {
            return TakenDuty.by(actor, grant, Duty.SUBMITTED);
        }
    }

    /** An application was withdrawn. Its reservations and commitment are cancelled. */
    @EventType("itf.application.withdrawn.v1")
    record ApplicationWithdrawn(GrantId grant, PersonId actor, String reason, Instant withdrawnAt) implements OfGrant {}

    /** The award is committed, and the applicant may accept the offer. */
    @EventType("itf.application.offer-made.v1")
    record OfferMade(GrantId grant, PersonId actor, Money awarded, LocalDate acceptBy, Instant madeAt)
            implements OfGrant {}

    /**
     * An offer was accepted, which signs the agreement and meets the gate AGREEMENT_SIGNED.
     *
     * @param laterStages the number of stages that may follow the first; absent in events of the first release, which had none
     */
    @EventType("itf.application.offer-accepted.v1")
    record OfferAccepted(
            GrantId grant, PersonId actor, OrganisationId organisation, Instant acceptedAt, Integer laterStages)
            implements OfGrant {

        public OfferAccepted {
            laterStages = orNone(laterStages);
        }

        private static Integer orNone(@Nullable Integer laterStages) {
            return laterStages == null ? 0 : laterStages;
        }

        @Override
        public List<TakenDuty> duties() {
            return TakenDuty.by(actor, grant, Duty.SUBMITTED);
        }
    }

    /** An offer lapsed because it was not accepted in time. */
    @EventType("itf.application.offer-lapsed.v1")
    record OfferLapsed(GrantId grant, PersonId actor, Instant lapsedAt) implements OfGrant {}

    /** A claim was submitted for vetting. */
    @EventType("itf.claim.submitted.v1")
    record ClaimSubmitted(
            GrantId grant,
            ClaimId claim,
            PersonId actor,
            SchemeRef scheme,
            Parties parties,
            ClaimFiling filing,
            Instant submittedAt)
            implements OfGrant {
        @Override
        public List<TakenDuty> duties() {
            return TakenDuty.by(actor, grant, Duty.SUBMITTED);
        }
    }

    /** A claim was submitted again after a clarification. */
    @EventType("itf.claim.resubmitted.v1")
    record ClaimResubmitted(GrantId grant, ClaimId claim, PersonId actor, ClaimFiling filing, Instant resubmittedAt)
            implements OfGrant {
        @Override
        public List<TakenDuty> duties() {
            return TakenDuty.by(actor, grant, Duty.SUBMITTED);
        }
    }

    /** A claim was withdrawn. */
    @EventType("itf.claim.withdrawn.v1")
    record ClaimWithdrawn(GrantId grant, ClaimId claim, TrancheId tranche, PersonId actor, Instant withdrawnAt)
            implements OfGrant {}

    /** The claim deadline of a tranche passed without an accepted claim. The tranche will not be paid. */
    @EventType("itf.claim.deadline-passed.v1")
    record ClaimDeadlinePassed(GrantId grant, TrancheId tranche, PersonId actor, LocalDate claimBy, Instant passedAt)
            implements OfGrant {}

    /** An amendment was submitted. */
    @EventType("itf.amendment.submitted.v1")
    record AmendmentSubmitted(
            GrantId grant,
            AmendmentId amendment,
            PersonId actor,
            SchemeRef scheme,
            Parties parties,
            AmendmentFiling filing,
            Instant submittedAt)
            implements OfGrant {
        @Override
        public List<TakenDuty> duties() {
            return TakenDuty.by(actor, grant, Duty.SUBMITTED);
        }
    }

    /** An amendment was submitted again after a clarification. */
    @EventType("itf.amendment.resubmitted.v1")
    record AmendmentResubmitted(
            GrantId grant, AmendmentId amendment, PersonId actor, AmendmentFiling filing, Instant resubmittedAt)
            implements OfGrant {
        @Override
        public List<TakenDuty> duties() {
            return TakenDuty.by(actor, grant, Duty.SUBMITTED);
        }
    }

    /** An amendment was withdrawn. */
    @EventType("itf.amendment.withdrawn.v1")
    record AmendmentWithdrawn(GrantId grant, AmendmentId amendment, PersonId actor, Instant withdrawnAt)
            implements OfGrant {}

    /** A report of a tranche was not accepted in time. The grant is not paid until the report is accepted. */
    @EventType("itf.report.overdue.v1")
    record ReportOverdue(
            GrantId grant, TrancheId tranche, PersonId actor, ClaimKind kind, LocalDate dueBy, Instant markedAt)
            implements OfGrant {}
}
