package hk.itf.applications;

import hk.itf.applications.amendment.AmendmentView;
import hk.itf.applications.claim.ClaimView;
import hk.itf.infra.testkit.OtherService;
import hk.itf.infra.testkit.Tokens;
import hk.itf.model.event.AssessmentEvent;
import hk.itf.model.event.DisbursementEvent;
import hk.itf.model.event.Filing;
import hk.itf.model.event.Parties;
import hk.itf.model.event.Subject;
import hk.itf.model.id.AttemptId;
import hk.itf.model.id.ClaimId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReceivableId;
import hk.itf.model.id.ReviewTaskId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.json.Json;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.ClaimKind;
import hk.itf.model.scheme.tranche.Gate;
import hk.itf.model.scheme.tranche.PlannedTranche;
import hk.itf.model.scheme.tranche.TranchePlan;
import hk.itf.model.scheme.value.LocalisedText;
import hk.itf.model.scheme.value.SchemeRef;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Publishes the events that assessment-service and disbursement-service would publish. */
public final class SimulatedFund implements AutoCloseable {

    /** The person who decides on applications, amendments and stages. */
    public static final String DECIDER = "an-authority";

    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
    private static final PersonId ASSESSOR = Tokens.person("an-assessor");
    private static final PersonId AUTHORITY = Tokens.person(DECIDER);

    private final OtherService assessment = OtherService.named("assessment");
    private final OtherService disbursement = OtherService.named("disbursement");

    private SimulatedFund() {}

    public static SimulatedFund open() {
        return new SimulatedFund();
    }

    public void startAssessment(String grant) {
        assessment.send(new AssessmentEvent.AssessmentStarted(GrantId.of(grant), PersonId.SYSTEM, 1, NOW));
    }

    public void requestClarification(String grant, String question) {
        assessment.send(new AssessmentEvent.ClarificationRequested(
                GrantId.of(grant),
                ASSESSOR,
                new Subject(Subject.Kind.APPLICATION, GrantId.of(grant).value()),
                "COMPLETENESS",
                question,
                LocalDate.of(2026, 12, 31),
                NOW));
    }

    public void approve(String grant) {
        approve(grant, planOf540(), Money.hkd(540_000));
    }

    /** Approves an application for a register entry, without money. */
    public void approveRegisterEntry(String grant) {
        approve(grant, SchemeRef.of("nittp-course", 1), new TranchePlan(List.of()), Money.ZERO);
    }

    private void approve(String grant, TranchePlan plan, Money awarded) {
        approve(grant, SchemeRef.of("rth", 2), plan, awarded);
    }

    /** Approves what was filed. For an application that is not filed the approval is made up. */
    private void approve(String grant, SchemeRef scheme, TranchePlan plan, Money awarded) {
        var filing = FiledContent.of(GrantId.of(grant));
        assessment.send(new AssessmentEvent.ApplicationApproved(
                GrantId.of(grant),
                AUTHORITY,
                filing.map(Filing::reference).orElse("RTH-2026-000001"),
                filing.map(Filing::scheme).orElse(scheme),
                filing.map(Filing::parties).orElseGet(() -> Parties.of(OrganisationId.next())),
                awarded,
                plan,
                List.of(),
                "Congratulations.",
                filing.map(Filing::contentSha256).orElse("0".repeat(64)),
                List.of(ASSESSOR),
                NOW));
    }

    /** Approves an application with its proposed plan. */
    public void approveAndOffer(String grant, String amount, Applicant reader) {
        approveAndOffer(grant, SchemeRef.of("rth", 2), amount, reader);
    }

    public void approveAndOffer(String grant, SchemeRef scheme, String amount, Applicant reader) {
        startAssessment(grant);
        var json = reader.read(grant).jsonPath().getList("proposed");
        var plan = new TranchePlan(json.stream()
                .map(Json::write)
                .map(each -> Json.read(each, PlannedTranche.class))
                .toList());
        var awarded = Money.of(amount, Money.HKD);
        approve(grant, scheme, plan.rescaledTo(awarded), awarded);
        commit(grant);
    }

    public void commit(String grant) {
        disbursement.send(committed(grant));
    }

    /** Commits an award, as part of an earlier trace. */
    public void commit(String grant, String traceparent) {
        var prepared = disbursement.prepare(committed(grant));
        prepared.kafka().headers().add("traceparent", traceparent.getBytes(StandardCharsets.US_ASCII));
        disbursement.transmit(prepared);
    }

    private static DisbursementEvent.AwardCommitted committed(String grant) {
        return new DisbursementEvent.AwardCommitted(GrantId.of(grant), PersonId.SYSTEM, 1, Money.hkd(540_000), NOW);
    }

    public void acceptClaim(String grant, String claim, String tranche, String amount) {
        assessment.send(new AssessmentEvent.ClaimAccepted(
                GrantId.of(grant),
                ClaimId.of(claim),
                Tokens.person("a-claims-officer"),
                TrancheId.of(tranche),
                Money.of(amount, Money.HKD),
                List.of(),
                List.of(Gate.CLAIM_ACCEPTED, Gate.REPORT_ACCEPTED),
                NOW,
                ClaimKind.PAYMENT));
    }

    /** Accepts a claim as it was filed. */
    public void accept(ClaimView claim) {
        assessment.send(new AssessmentEvent.ClaimAccepted(
                claim.application(),
                claim.id(),
                Tokens.person("a-claims-officer"),
                claim.tranche(),
                claim.claimed(),
                List.of(),
                List.of(),
                NOW,
                claim.kind()));
    }

    public void reject(ClaimView claim, String reason) {
        assessment.send(new AssessmentEvent.ClaimRejected(
                claim.application(),
                claim.id(),
                Tokens.person("a-claims-officer"),
                claim.tranche(),
                reason,
                NOW,
                claim.kind()));
    }

    /** Publishes that the next award version waits for funds. */
    public void announceWaitingForFunds(String grant, int version, String wanted) {
        disbursement.send(new DisbursementEvent.AwardWaiting(
                GrantId.of(grant), PersonId.SYSTEM, version, Money.of(wanted, Money.HKD), "FUNDS", NOW));
    }

    public void acceptAdvance(String grant, String claim, String tranche, String amount, String rest) {
        var id = TrancheId.of(tranche);
        assessment.send(new AssessmentEvent.ClaimAccepted(
                GrantId.of(grant),
                ClaimId.of(claim),
                Tokens.person("a-claims-officer"),
                id,
                Money.of(amount, Money.HKD),
                List.of(),
                List.of(),
                NOW,
                ClaimKind.ADVANCE));
        disbursement.send(new DisbursementEvent.AdvanceSplit(
                GrantId.of(grant),
                id,
                id.advance(),
                PersonId.SYSTEM,
                Money.of(amount, Money.HKD),
                Money.of(rest, Money.HKD),
                NOW));
    }

    /** Raises a receivable and settles it in two parts. */
    public void raiseReceivable(String grant, String tranche, String amount) {
        disbursement.send(new DisbursementEvent.ReceivableRaised(
                GrantId.of(grant),
                ReceivableId.of(TrancheId.of(tranche), "advance"),
                TrancheId.of(tranche),
                PersonId.SYSTEM,
                Money.of(amount, Money.HKD),
                LocalDate.of(2027, 12, 31),
                new LocalisedText("The advance was not earned.", "預支款項未獲接納。", "预支款项未获接纳。"),
                NOW));
    }

    public void settleReceivable(String grant, String tranche, String settled, String outstanding) {
        disbursement.send(new DisbursementEvent.ReceivableSettled(
                GrantId.of(grant),
                ReceivableId.of(TrancheId.of(tranche), "advance"),
                PersonId.SYSTEM,
                Money.of(settled, Money.HKD),
                Money.of(outstanding, Money.HKD),
                "CASH",
                NOW));
    }

    public void closeAward(String grant, String paid) {
        disbursement.send(new DisbursementEvent.AwardClosed(
                GrantId.of(grant), PersonId.SYSTEM, Money.of(paid, Money.HKD), Money.ZERO, NOW));
    }

    public void pay(String grant, String tranche, String amount) {
        var id = TrancheId.of(tranche);
        disbursement.send(new DisbursementEvent.TranchePaid(
                GrantId.of(grant),
                id,
                PersonId.SYSTEM,
                AttemptId.of(id, 1),
                Money.of(amount, Money.HKD),
                Money.ZERO,
                NOW));
    }

    /** Accepts a stage gate claim and passes the stage. */
    public void passStage(ClaimView claim) {
        assessment.send(new AssessmentEvent.StageGatePassed(
                claim.application(), claim.id(), AUTHORITY, claim.tranche(), List.of(ASSESSOR), NOW));
    }

    /** Passes the stage by the authority that approved the grant. */
    public void decideOnStage(ClaimView claim) {
        assessment.send(new AssessmentEvent.ClaimAccepted(
                claim.application(),
                claim.id(),
                AUTHORITY,
                claim.tranche(),
                Money.ZERO,
                List.of(),
                List.of(),
                NOW,
                claim.kind()));
        passStage(claim);
    }

    /** Approves an amendment as filed, and puts its version in force. */
    public void amend(String grant, AmendmentView amendment) {
        approve(amendment);
        bringIntoForce(grant, amendment.baseVersion() + 1, amendment.awarded());
    }

    /** Publishes that an award version is in force. */
    public void bringIntoForce(String grant, int version, Money awarded) {
        disbursement.send(new DisbursementEvent.AwardAmended(
                GrantId.of(grant), PersonId.SYSTEM, version, awarded, Money.ZERO, NOW));
    }

    /** Approves an amendment as filed. */
    public void approve(AmendmentView amendment) {
        approve(amendment, ASSESSOR);
    }

    public void approve(AmendmentView amendment, PersonId voter) {
        assessment.send(new AssessmentEvent.AmendmentApproved(
                amendment.application(),
                amendment.id(),
                AUTHORITY,
                amendment.baseVersion(),
                amendment.awarded(),
                new TranchePlan(amendment.tranches()),
                "So be it.",
                NOW,
                amendment.kind(),
                amendment.keep(),
                List.of(voter)));
    }

    public void decline(AmendmentView amendment) {
        decline(amendment, ASSESSOR);
    }

    public void decline(AmendmentView amendment, PersonId voter) {
        assessment.send(new AssessmentEvent.AmendmentDeclined(
                amendment.application(), amendment.id(), AUTHORITY, "Not like this.", NOW, List.of(voter)));
    }

    /** Sends an amendment back for clarification. */
    public void requestClarification(AmendmentView amendment, String question) {
        assessment.send(new AssessmentEvent.ClarificationRequested(
                amendment.application(),
                ASSESSOR,
                new Subject(Subject.Kind.AMENDMENT, amendment.id().value()),
                "COMPLETENESS",
                question,
                LocalDate.of(2026, 12, 31),
                NOW));
    }

    /** Publishes that a person took a review task of the grant, with a lease of one hour. */
    public ReviewTaskId takeTask(String grant, Subject subject, String person, boolean blind, List<String> groups) {
        var task = ReviewTaskId.next();
        assessment.send(new AssessmentEvent.ReviewTaskTaken(
                GrantId.of(grant),
                Tokens.person(person),
                task,
                subject,
                "DECISION",
                groups,
                blind,
                Instant.now().plusSeconds(3_600))); // leases live in real time
        return task;
    }

    public void terminate(String grant, String kept, String reclaimed) {
        disbursement.send(new DisbursementEvent.AwardTerminated(
                GrantId.of(grant),
                PersonId.SYSTEM,
                Money.of(kept, Money.HKD),
                Money.of(reclaimed, Money.HKD),
                Money.ZERO,
                NOW));
    }

    private static TranchePlan planOf540() {
        var start =
                LocalDate.now(hk.itf.infra.clock.HongKong.ZONE).minusMonths(4).withDayOfMonth(1);
        return new TranchePlan(java.util.stream.IntStream.range(0, 4)
                .mapToObj(i -> new PlannedTranche(
                        TrancheId.next(),
                        i + 1,
                        Money.hkd(135_000),
                        new hk.itf.model.scheme.value.DateRange(
                                start.plusMonths(3L * i),
                                start.plusMonths(3L * i + 3).minusDays(1)),
                        java.util.Set.of(
                                Gate.AGREEMENT_SIGNED, Gate.CLAIM_ACCEPTED, Gate.REPORT_ACCEPTED, Gate.PAYEE_VERIFIED),
                        start.plusMonths(3L * i + 6).minusDays(1)))
                .toList());
    }

    @Override
    public void close() {
        assessment.close();
        disbursement.close();
    }
}
