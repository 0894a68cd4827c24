package hk.itf.model.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import hk.itf.model.duty.Duty;
import hk.itf.model.duty.TakenDuty;
import hk.itf.model.id.AmendmentId;
import hk.itf.model.id.ClaimId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReviewTaskId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.ClaimKind;
import hk.itf.model.scheme.tranche.Gate;
import hk.itf.model.scheme.tranche.TranchePlan;
import hk.itf.model.scheme.value.RuleId;
import hk.itf.model.scheme.value.SchemeRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of assessment-service. */
@Topic(value = "itf.assessments", source = "assessment")
public sealed interface AssessmentEvent extends DomainEvent {

    GrantId grant();

    @Override
    default AggregateKey aggregate() {
        return AggregateKey.grant(grant());
    }

    /** The vetting of a revision has begun. */
    @EventType("itf.assessment.started.v1")
    record AssessmentStarted(GrantId grant, PersonId actor, int revision, Instant startedAt)
            implements AssessmentEvent {}

    /** The information is complete, and the pledge starts. */
    @EventType("itf.assessment.information-complete.v1")
    record InformationComplete(GrantId grant, PersonId actor, LocalDate pledgedBy, Instant completeAt)
            implements AssessmentEvent {}

    /**
     * A person took a task. applications-service serves the papers of the task to that person until {@code until}.
     *
     * @param groups the question groups that the person may read
     * @param until the latest end of the lease, in real time
     * @param blind whether the person sees only blind-safe questions and files, and no organisation
     */
    @EventType("itf.assessment.task-taken.v1")
    record ReviewTaskTaken(
            GrantId grant,
            PersonId actor,
            ReviewTaskId task,
            Subject subject,
            String stage,
            List<String> groups,
            boolean blind,
            Instant until)
            implements AssessmentEvent {}

    /** A task ended: done, handed back, lapsed or recused. */
    @EventType("itf.assessment.task-ended.v1")
    record ReviewTaskEnded(GrantId grant, PersonId actor, ReviewTaskId task, String ending, Instant endedAt)
            implements AssessmentEvent {}

    /** A clarification was requested, and the pledge is paused. */
    @EventType("itf.assessment.clarification-requested.v1")
    record ClarificationRequested(
            GrantId grant,
            PersonId actor,
            Subject subject,
            String stage,
            String question,
            LocalDate answerBy,
            Instant requestedAt)
            implements AssessmentEvent {}

    /** The application was found ineligible. */
    @EventType("itf.assessment.found-ineligible.v1")
    record ApplicationFoundIneligible(
            GrantId grant, PersonId actor, List<RuleId> rules, String letter, Instant decidedAt)
            implements AssessmentEvent {
        @Override
        public List<TakenDuty> duties() {
            return TakenDuty.by(actor, grant, Duty.SCORED);
        }
    }

    /**
     * A decider approved the application: the awarded amount, its tranches and its conditions.
     *
     * @param contentSha256 the content of the revision that was judged
     * @param revision that revision, 1 for the first submission; null in events of older builds, which named the content alone
     */
    @EventType("itf.assessment.approved.v1")
    record ApplicationApproved(
            GrantId grant,
            PersonId actor,
            String reference,
            SchemeRef scheme,
            Parties parties,
            Money awarded,
            TranchePlan plan,
            List<String> conditions,
            String letter,
            String contentSha256,
            List<PersonId> voters,
            Instant decidedAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer revision)
            implements AssessmentEvent {

        /** An approval as older builds sent it, without the revision. */
        public ApplicationApproved(
                GrantId grant,
                PersonId actor,
                String reference,
                SchemeRef scheme,
                Parties parties,
                Money awarded,
                TranchePlan plan,
                List<String> conditions,
                String letter,
                String contentSha256,
                List<PersonId> voters,
                Instant decidedAt) {
            this(
                    grant,
                    actor,
                    reference,
                    scheme,
                    parties,
                    awarded,
                    plan,
                    conditions,
                    letter,
                    contentSha256,
                    voters,
                    decidedAt,
                    null);
        }

        public ApplicationApproved {
            plan.requireTotal(awarded);
        }

        @Override
        public List<TakenDuty> duties() {
            return TakenDuty.ofDecision(actor, voters, grant);
        }
    }

    /** The application was declined, with reasons. */
    @EventType("itf.assessment.declined.v1")
    record ApplicationDeclined(GrantId grant, PersonId actor, String letter, List<PersonId> voters, Instant decidedAt)
            implements AssessmentEvent {
        @Override
        public List<TakenDuty> duties() {
            return TakenDuty.ofDecision(actor, voters, grant);
        }
    }

    /**
     * A claim was accepted, line by line. A claim whose lines are all refused is accepted with 0.00, not rejected.
     *
     * @param accepted the sum of the accepted lines
     * @param refused the refused lines with the reason
     * @param gates the gates that the acceptance meets
     * @param kind absent in events of the first release, which knew payments only
     * @param filing the filing that was judged; null in events of older builds, which did not name it
     */
    @EventType("itf.claim.accepted.v1")
    record ClaimAccepted(
            GrantId grant,
            ClaimId claim,
            PersonId actor,
            TrancheId tranche,
            Money accepted,
            List<RefusedLine> refused,
            List<Gate> gates,
            Instant decidedAt,
            ClaimKind kind,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            FilingRef filing)
            implements AssessmentEvent {

        /** An acceptance as older builds sent it, without the name of the filing. */
        public ClaimAccepted(
                GrantId grant,
                ClaimId claim,
                PersonId actor,
                TrancheId tranche,
                Money accepted,
                List<RefusedLine> refused,
                List<Gate> gates,
                Instant decidedAt,
                ClaimKind kind) {
            this(grant, claim, actor, tranche, accepted, refused, gates, decidedAt, kind, null);
        }

        public ClaimAccepted {
            kind = orPayment(kind);
            if (accepted.isNegative()) {
                throw new IllegalArgumentException("an accepted amount is never negative");
            }
        }

        @Override
        public List<TakenDuty> duties() {
            return TakenDuty.by(actor, grant, dutyOfVetting(kind));
        }
    }

    /**
     * A claim was rejected. The grantee may file it again until the claim deadline.
     *
     * @param kind absent in events of the first release, which knew payments only
     */
    @EventType("itf.claim.rejected.v1")
    record ClaimRejected(
            GrantId grant,
            ClaimId claim,
            PersonId actor,
            TrancheId tranche,
            String reason,
            Instant decidedAt,
            ClaimKind kind)
            implements AssessmentEvent {

        public ClaimRejected {
            kind = orPayment(kind);
        }

        @Override
        public List<TakenDuty> duties() {
            return TakenDuty.by(actor, grant, dutyOfVetting(kind));
        }
    }

    /** A stage gate is decided like an award; other claims are vetted. */
    private static Duty dutyOfVetting(ClaimKind kind) {
        return kind.isDecided() ? Duty.DECIDED : Duty.VETTED_CLAIM;
    }

    private static ClaimKind orPayment(@Nullable ClaimKind kind) {
        return kind == null ? ClaimKind.PAYMENT : kind;
    }

    /**
     * A stage was passed, and the grantee may request the next stage.
     *
     * @param filing the filing that was judged; null in events of older builds, which did not name it
     */
    @EventType("itf.stage-gate.passed.v1")
    record StageGatePassed(
            GrantId grant,
            ClaimId claim,
            PersonId actor,
            TrancheId tranche,
            List<PersonId> voters,
            Instant decidedAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            FilingRef filing)
            implements AssessmentEvent {

        /** A passed stage as older builds sent it, without the name of the filing. */
        public StageGatePassed(
                GrantId grant,
                ClaimId claim,
                PersonId actor,
                TrancheId tranche,
                List<PersonId> voters,
                Instant decidedAt) {
            this(grant, claim, actor, tranche, voters, decidedAt, null);
        }

        @Override
        public List<TakenDuty> duties() {
            return TakenDuty.ofDecision(actor, voters, grant);
        }
    }

    /** A stage was not passed. The grantee may claim the stage gate again until the deadline. */
    @EventType("itf.stage-gate.failed.v1")
    record StageGateFailed(
            GrantId grant,
            ClaimId claim,
            PersonId actor,
            TrancheId tranche,
            String reason,
            List<PersonId> voters,
            Instant decidedAt)
            implements AssessmentEvent {
        @Override
        public List<TakenDuty> duties() {
            return TakenDuty.ofDecision(actor, voters, grant);
        }
    }

    /**
     * An amendment was approved as a new award version.
     *
     * @param kind absent in events of the first release, which knew early ends only
     * @param keep for a termination the part of the paid amount that the grantee keeps
     * @param voters the people on whose findings the decision rests; absent in events of the first release
     * @param filing the filing that was judged; null in events of older builds, which did not name it
     */
    @EventType("itf.amendment.approved.v1")
    record AmendmentApproved(
            GrantId grant,
            AmendmentId amendment,
            PersonId actor,
            int baseVersion,
            Money awarded,
            TranchePlan plan,
            String letter,
            Instant decidedAt,
            AmendmentKind kind,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Money keep,

            List<PersonId> voters,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            FilingRef filing)
            implements AssessmentEvent {

        /** An approval as older builds sent it, without the name of the filing. */
        public AmendmentApproved(
                GrantId grant,
                AmendmentId amendment,
                PersonId actor,
                int baseVersion,
                Money awarded,
                TranchePlan plan,
                String letter,
                Instant decidedAt,
                AmendmentKind kind,
                @Nullable Money keep,
                List<PersonId> voters) {
            this(grant, amendment, actor, baseVersion, awarded, plan, letter, decidedAt, kind, keep, voters, null);
        }

        public AmendmentApproved {
            kind = orEarlyEnd(kind);
            voters = orNobody(voters);
            plan.requireTotal(awarded);
        }

        private static AmendmentKind orEarlyEnd(@Nullable AmendmentKind kind) {
            return kind == null ? AmendmentKind.EARLY_END : kind;
        }

        @Override
        public List<TakenDuty> duties() {
            return TakenDuty.ofDecision(actor, voters, grant);
        }
    }

    /**
     * An amendment was declined. The award does not change.
     *
     * @param voters the people on whose findings the decision rests; absent in events of the first release
     */
    @EventType("itf.amendment.declined.v1")
    record AmendmentDeclined(
            GrantId grant,
            AmendmentId amendment,
            PersonId actor,
            String letter,
            Instant decidedAt,
            List<PersonId> voters)
            implements AssessmentEvent {

        public AmendmentDeclined {
            voters = orNobody(voters);
        }

        @Override
        public List<TakenDuty> duties() {
            return TakenDuty.ofDecision(actor, voters, grant);
        }
    }

    private static List<PersonId> orNobody(@Nullable List<PersonId> voters) {
        return voters == null ? List.of() : List.copyOf(voters);
    }

    /** A refused line of a claim. */
    record RefusedLine(int number, Money claimed, String reason) {}
}
