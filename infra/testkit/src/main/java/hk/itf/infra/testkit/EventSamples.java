package hk.itf.infra.testkit;

import hk.itf.model.event.AmendmentFiling;
import hk.itf.model.event.AmendmentKind;
import hk.itf.model.event.ApplicationEvent;
import hk.itf.model.event.AssessmentEvent;
import hk.itf.model.event.ClaimFiling;
import hk.itf.model.event.DisbursementEvent;
import hk.itf.model.event.DomainEvent;
import hk.itf.model.event.Filing;
import hk.itf.model.event.FilingRef;
import hk.itf.model.event.Parties;
import hk.itf.model.event.Subject;
import hk.itf.model.id.AmendmentId;
import hk.itf.model.id.AttemptId;
import hk.itf.model.id.ClaimId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PaperId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReceivableId;
import hk.itf.model.id.ReviewTaskId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.id.Uuids;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.funding.EntitlementStatement;
import hk.itf.model.scheme.question.Answer;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.question.QuestionId;
import hk.itf.model.scheme.tranche.ClaimKind;
import hk.itf.model.scheme.tranche.Gate;
import hk.itf.model.scheme.tranche.PlannedTranche;
import hk.itf.model.scheme.tranche.TranchePlan;
import hk.itf.model.scheme.value.DateRange;
import hk.itf.model.scheme.value.LocalisedText;
import hk.itf.model.scheme.value.RuleId;
import hk.itf.model.scheme.value.SchemeRef;
import hk.itf.model.scheme.value.Source;
import hk.itf.model.scheme.vetting.EligibilityOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** One event of every type, about one grant; always the same, so that their JSON can be kept as golden samples. */
public final class EventSamples {

    public static final GrantId GRANT = GrantId.of(Uuids.derived("sample", "grant"));
    public static final ClaimId CLAIM = ClaimId.of(Uuids.derived("sample", "claim"));
    public static final AmendmentId AMENDMENT = AmendmentId.of(Uuids.derived("sample", "amendment"));
    public static final TrancheId TRANCHE = TrancheId.of(Uuids.derived("sample", "tranche"));

    private static final ReceivableId RECEIVABLE = ReceivableId.of(TRANCHE, "advance");
    private static final PersonId PERSON = PersonId.of(Uuids.derived("sample", "person"));
    private static final PersonId OTHER = PersonId.of(Uuids.derived("sample", "other person"));
    private static final OrganisationId ORGANISATION = OrganisationId.of(Uuids.derived("sample", "organisation"));
    private static final PaperId PAPER = PaperId.of(Uuids.derived("sample", "paper"));
    private static final ReviewTaskId TASK = ReviewTaskId.of(Uuids.derived("sample", "task"));
    private static final SchemeRef RTH = SchemeRef.of("rth", 2);
    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 12, 22);
    private static final Money QUARTER = Money.hkd(135_000);
    private static final String HASH = "5f".repeat(32);

    private EventSamples() {}

    /** One of each type, in the order of the sealed families. */
    public static List<DomainEvent> all() {
        return List.of(
                new ApplicationEvent.SchemeVersionPublished(RTH, PersonId.SYSTEM, "id: rth\nversion: 2\n", HASH),
                new ApplicationEvent.ApplicationSubmitted(GRANT, PERSON, filing(1), NOW),
                new ApplicationEvent.ApplicationResubmitted(GRANT, PERSON, filing(2), NOW),
                new ApplicationEvent.ApplicationWithdrawn(GRANT, PERSON, "The candidate has taken another post.", NOW),
                new ApplicationEvent.OfferMade(GRANT, PersonId.SYSTEM, QUARTER, DAY, NOW),
                new ApplicationEvent.OfferAccepted(GRANT, PERSON, ORGANISATION, NOW, 1),
                new ApplicationEvent.OfferLapsed(GRANT, PersonId.SYSTEM, NOW),
                new ApplicationEvent.ClaimSubmitted(GRANT, CLAIM, PERSON, RTH, Parties.of(ORGANISATION), claim(1), NOW),
                new ApplicationEvent.ClaimResubmitted(GRANT, CLAIM, PERSON, claim(2), NOW),
                new ApplicationEvent.ClaimWithdrawn(GRANT, CLAIM, TRANCHE, PERSON, NOW),
                new ApplicationEvent.ClaimDeadlinePassed(GRANT, TRANCHE, PersonId.SYSTEM, DAY, NOW),
                new ApplicationEvent.AmendmentSubmitted(
                        GRANT, AMENDMENT, PERSON, RTH, Parties.of(ORGANISATION), amendment(1), NOW),
                new ApplicationEvent.AmendmentResubmitted(GRANT, AMENDMENT, PERSON, amendment(2), NOW),
                new ApplicationEvent.AmendmentWithdrawn(GRANT, AMENDMENT, PERSON, NOW),
                new ApplicationEvent.ReportOverdue(GRANT, TRANCHE, PersonId.SYSTEM, ClaimKind.REPORT, DAY, NOW),
                new AssessmentEvent.AssessmentStarted(GRANT, PersonId.SYSTEM, 1, NOW),
                new AssessmentEvent.InformationComplete(GRANT, PERSON, DAY, NOW),
                new AssessmentEvent.ReviewTaskTaken(
                        GRANT, PERSON, TASK, application(), "TECHNICAL_REVIEW", List.of("engagement"), true, NOW),
                new AssessmentEvent.ReviewTaskEnded(GRANT, PERSON, TASK, "DONE", NOW),
                new AssessmentEvent.ClarificationRequested(
                        GRANT, PERSON, application(), "COMPLETENESS", "Which crane?", DAY, NOW),
                new AssessmentEvent.ApplicationFoundIneligible(
                        GRANT, PERSON, List.of(RuleId.of("stem-degree")), "A STEM degree is required.", NOW),
                new AssessmentEvent.ApplicationApproved(
                        GRANT,
                        PERSON,
                        "RTH-2026-000001",
                        RTH,
                        Parties.of(ORGANISATION),
                        QUARTER,
                        plan(),
                        List.of("Report quarterly."),
                        "Congratulations.",
                        HASH,
                        List.of(OTHER),
                        NOW,
                        1),
                new AssessmentEvent.ApplicationDeclined(
                        GRANT, PERSON, "The post has no R&D content.", List.of(OTHER), NOW),
                new AssessmentEvent.ClaimAccepted(
                        GRANT,
                        CLAIM,
                        PERSON,
                        TRANCHE,
                        Money.hkd(90_000),
                        List.of(new AssessmentEvent.RefusedLine(3, Money.hkd(45_000), "No payslip.")),
                        List.of(Gate.CLAIM_ACCEPTED, Gate.REPORT_ACCEPTED),
                        NOW,
                        ClaimKind.PAYMENT,
                        new FilingRef(1, HASH)),
                new AssessmentEvent.ClaimRejected(
                        GRANT, CLAIM, PERSON, TRANCHE, "The report is missing.", NOW, ClaimKind.PAYMENT),
                new AssessmentEvent.StageGatePassed(
                        GRANT, CLAIM, PERSON, TRANCHE, List.of(OTHER), NOW, new FilingRef(1, HASH)),
                new AssessmentEvent.StageGateFailed(
                        GRANT, CLAIM, PERSON, TRANCHE, "The prototype does not run.", List.of(OTHER), NOW),
                new AssessmentEvent.AmendmentApproved(
                        GRANT,
                        AMENDMENT,
                        PERSON,
                        1,
                        QUARTER,
                        plan(),
                        "The engagement ends early.",
                        NOW,
                        AmendmentKind.EARLY_END,
                        null,
                        List.of(OTHER),
                        new FilingRef(1, HASH)),
                new AssessmentEvent.AmendmentDeclined(
                        GRANT, AMENDMENT, PERSON, "It is not justified.", NOW, List.of(OTHER)),
                new DisbursementEvent.AwardCommitted(GRANT, PersonId.SYSTEM, 1, QUARTER, NOW),
                new DisbursementEvent.AwardWaiting(GRANT, PersonId.SYSTEM, 1, QUARTER, "FUNDS", NOW),
                new DisbursementEvent.AwardAmended(GRANT, PersonId.SYSTEM, 2, QUARTER, Money.hkd(405_000), NOW),
                new DisbursementEvent.AwardVoided(GRANT, PersonId.SYSTEM, "WITHDRAWN", QUARTER, NOW),
                new DisbursementEvent.PayeeVerified(ORGANISATION, PERSON, 1, NOW, NOW.plusSeconds(172_800)),
                new DisbursementEvent.TrancheDue(GRANT, TRANCHE, PersonId.SYSTEM, QUARTER, NOW),
                new DisbursementEvent.TranchePrepared(GRANT, TRANCHE, PERSON, OTHER, 1, QUARTER, NOW),
                new DisbursementEvent.TrancheReleased(GRANT, TRANCHE, PERSON, AttemptId.of(TRANCHE, 1), QUARTER, NOW),
                new DisbursementEvent.TranchePaid(
                        GRANT, TRANCHE, PersonId.SYSTEM, AttemptId.of(TRANCHE, 1), QUARTER, Money.ZERO, NOW),
                new DisbursementEvent.PaymentBounced(
                        GRANT, TRANCHE, PersonId.SYSTEM, AttemptId.of(TRANCHE, 1), QUARTER, "account closed", NOW),
                new DisbursementEvent.AwardClosed(GRANT, PersonId.SYSTEM, QUARTER, Money.ZERO, NOW),
                new DisbursementEvent.AwardTerminated(
                        GRANT, PersonId.SYSTEM, Money.hkd(90_000), Money.hkd(45_000), Money.hkd(405_000), NOW),
                new DisbursementEvent.AdvanceSplit(
                        GRANT, TRANCHE, TRANCHE.advance(), PERSON, Money.hkd(67_500), Money.hkd(67_500), NOW),
                new DisbursementEvent.AdvanceMerged(GRANT, TRANCHE, TRANCHE.advance(), PERSON, QUARTER, NOW),
                new DisbursementEvent.ReceivableRaised(
                        GRANT,
                        RECEIVABLE,
                        TRANCHE,
                        PersonId.SYSTEM,
                        QUARTER,
                        DAY,
                        new LocalisedText("The advance was not earned.", "預支款項未獲接納。", "预支款项未获接纳。"),
                        NOW),
                new DisbursementEvent.ReceivableSettled(
                        GRANT, RECEIVABLE, PERSON, QUARTER, Money.ZERO, "SET_OFF", NOW));
    }

    private static Subject application() {
        return new Subject(Subject.Kind.APPLICATION, GRANT.value());
    }

    private static Filing filing(int revision) {
        return new Filing(
                revision,
                "RTH-2026-000001",
                RTH,
                Parties.of(ORGANISATION),
                new EligibilityOutcome(
                        true,
                        List.of(new EligibilityOutcome.RuleOutcome(
                                RuleId.of("stem-degree"),
                                true,
                                new LocalisedText("A STEM degree.", "STEM 學位。", "STEM 学位。"),
                                Source.of("info.gov.hk")))),
                new EntitlementStatement(
                        QUARTER,
                        List.of(new EntitlementStatement.Line(
                                new LocalisedText("Three months", "三個月", "三个月"), QUARTER, Source.of("arithmetic")))),
                plan(),
                new Answers(Map.of(
                        QuestionId.of("degree"), new Answer.OfChoice("doctoral"),
                        QuestionId.of("degree-stem"), new Answer.OfYesNo(true),
                        QuestionId.of("duties"), new Answer.OfText("Crane control."),
                        QuestionId.of("engagement-months"), new Answer.OfCount(3),
                        QuestionId.of("engagement-start"), new Answer.OfDate(LocalDate.of(2026, 8, 1)),
                        QuestionId.of("monthly-salary"), new Answer.OfMoney(Money.hkd(60_000)))),
                HASH);
    }

    private static TranchePlan plan() {
        return new TranchePlan(List.of(new PlannedTranche(
                TRANCHE,
                1,
                QUARTER,
                new DateRange(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 10, 31)),
                EnumSet.of(Gate.AGREEMENT_SIGNED, Gate.CLAIM_ACCEPTED, Gate.REPORT_ACCEPTED, Gate.PAYEE_VERIFIED),
                LocalDate.of(2027, 1, 31))));
    }

    private static ClaimFiling claim(int revision) {
        var august = new DateRange(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 8, 31));
        return new ClaimFiling(
                revision,
                ClaimKind.PAYMENT,
                TRANCHE,
                List.of(new ClaimFiling.Line(1, august, Money.hkd(60_000), Money.hkd(45_000))),
                Money.hkd(45_000),
                "The prototype runs.",
                List.of(Gate.CLAIM_ACCEPTED, Gate.REPORT_ACCEPTED),
                List.of(new ClaimFiling.Paper(PAPER, RuleId.of("payslips"), HASH)),
                HASH);
    }

    private static AmendmentFiling amendment(int revision) {
        return new AmendmentFiling(
                revision,
                AmendmentKind.EARLY_END,
                1,
                LocalDate.of(2026, 10, 31),
                "The researcher leaves.",
                QUARTER,
                plan(),
                null,
                null,
                null,
                HASH);
    }
}
