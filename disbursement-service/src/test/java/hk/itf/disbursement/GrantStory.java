package hk.itf.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.clock.HongKong;
import hk.itf.infra.testkit.OtherService;
import hk.itf.infra.testkit.OtherService.Sent;
import hk.itf.infra.testkit.TestClock;
import hk.itf.infra.testkit.Tokens;
import hk.itf.model.calendar.FinancialYear;
import hk.itf.model.event.AmendmentKind;
import hk.itf.model.event.ApplicationEvent;
import hk.itf.model.event.ApplicationEvent.ApplicationWithdrawn;
import hk.itf.model.event.ApplicationEvent.ClaimDeadlinePassed;
import hk.itf.model.event.ApplicationEvent.OfferAccepted;
import hk.itf.model.event.AssessmentEvent.AmendmentApproved;
import hk.itf.model.event.AssessmentEvent.ApplicationApproved;
import hk.itf.model.event.AssessmentEvent.ClaimAccepted;
import hk.itf.model.event.DomainEvent;
import hk.itf.model.event.Parties;
import hk.itf.model.id.AmendmentId;
import hk.itf.model.id.ClaimId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.ClaimKind;
import hk.itf.model.scheme.tranche.Gate;
import hk.itf.model.scheme.tranche.PlannedTranche;
import hk.itf.model.scheme.tranche.TranchePlan;
import hk.itf.model.scheme.value.DateRange;
import hk.itf.model.scheme.value.SchemeId;
import hk.itf.model.scheme.value.SchemeRef;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One grant, driven by events of the other services, in a scheme and of an organisation of its own. */
public final class GrantStory {

    public static final Set<Gate> GATES =
            Set.of(Gate.AGREEMENT_SIGNED, Gate.CLAIM_ACCEPTED, Gate.REPORT_ACCEPTED, Gate.PAYEE_VERIFIED);

    public final GrantId grant = GrantId.next();
    public final OrganisationId organisation;
    public final SchemeId scheme;
    public final TranchePlan plan;
    private final OtherService applications;
    private final OtherService assessment;
    private final Clock clock;

    private GrantStory(
            OrganisationId organisation,
            SchemeId scheme,
            TranchePlan plan,
            OtherService applications,
            OtherService assessment,
            Clock clock) {
        this.organisation = organisation;
        this.scheme = scheme;
        this.plan = plan;
        this.applications = applications;
        this.assessment = assessment;
        this.clock = clock;
    }

    /** A grant in a scheme of its own, so that its funding queue holds no other award. */
    public static GrantStory of(Clock clock, Money... tranches) {
        return inScheme(aScheme(), clock, tranches);
    }

    public static GrantStory inScheme(SchemeId scheme, Clock clock, Money... tranches) {
        return of(OrganisationId.next(), scheme, clock, tranches);
    }

    /** A grant with the given plan, in a scheme of its own. */
    public static GrantStory planned(Clock clock, TranchePlan plan) {
        return new GrantStory(
                OrganisationId.next(),
                aScheme(),
                plan,
                OtherService.named("applications"),
                OtherService.named("assessment"),
                clock);
    }

    /** Another grant of the same organisation, in a scheme of its own. */
    public GrantStory another(Money... tranches) {
        return of(organisation, aScheme(), clock, tranches);
    }

    /** Another grant of the same organisation, in a shared scheme. */
    public GrantStory anotherIn(SchemeId shared, Money... tranches) {
        return of(organisation, shared, clock, tranches);
    }

    private static GrantStory of(OrganisationId organisation, SchemeId scheme, Clock clock, Money... tranches) {
        return new GrantStory(
                organisation,
                scheme,
                plan(tranches),
                OtherService.named("applications"),
                OtherService.named("assessment"),
                clock);
    }

    public static SchemeId aScheme() {
        return SchemeId.of("t" + UUID.randomUUID());
    }

    public static TranchePlan plan(Money... amounts) {
        var tranches = new ArrayList<PlannedTranche>();
        for (var i = 0; i < amounts.length; i++) {
            tranches.add(planned(TrancheId.next(), i + 1, amounts[i]));
        }
        return new TranchePlan(tranches);
    }

    public static PlannedTranche planned(TrancheId id, int number, Money amount) {
        var first = LocalDate.of(2026, 1, 1).plusMonths(3L * (number - 1));
        return new PlannedTranche(
                id, number, amount, new DateRange(first, first.plusMonths(3).minusDays(1)), GATES, first.plusMonths(6));
    }

    public TrancheId advance(int number) {
        return tranche(number).advance();
    }

    public TrancheId tranche(int number) {
        return plan.tranches().get(number - 1).id();
    }

    public String envelopeWith(Money amount) {
        return Finance.fund(scheme.value(), financialYear(), amount);
    }

    public String financialYear() {
        return FinancialYear.of(HongKong.dayOf(clock.instant())).label();
    }

    public ApplicationApproved approval() {
        return approvalWith(Parties.of(organisation));
    }

    public ApplicationApproved approvalWith(Parties parties) {
        return approval(parties, plan, "0".repeat(64));
    }

    /** An approval that names a filing by the hash of its content. */
    public ApplicationApproved approval(Parties parties, TranchePlan awarded, String contentSha256) {
        return new ApplicationApproved(
                grant,
                Tokens.person("decider"),
                "TST-2026-000001",
                new SchemeRef(scheme, 1),
                parties,
                awarded.total(),
                awarded,
                List.of(),
                "a letter",
                contentSha256,
                List.of(Tokens.person("assessor one"), Tokens.person("assessor two")),
                Instant.EPOCH);
    }

    public Sent approve() {
        return say(approval());
    }

    public Sent accept() {
        return say(acceptance(0));
    }

    /** @param laterStages the number of later stages that can follow */
    public OfferAccepted acceptance(int laterStages) {
        return new OfferAccepted(grant, Tokens.person("applicant"), organisation, Instant.EPOCH, laterStages);
    }

    public Sent withdraw() {
        return say(new ApplicationWithdrawn(grant, Tokens.person("applicant"), "no longer needed", Instant.EPOCH));
    }

    public Sent acceptClaim(int tranche, Money accepted) {
        return say(payment(tranche, accepted));
    }

    public ClaimAccepted payment(int tranche, Money accepted) {
        return claim(ClaimKind.PAYMENT, tranche(tranche), accepted, Gate.CLAIM_ACCEPTED, Gate.REPORT_ACCEPTED);
    }

    public ClaimAccepted advanceOf(int tranche, Money accepted) {
        return claim(ClaimKind.ADVANCE, tranche(tranche), accepted);
    }

    public ClaimAccepted claim(ClaimKind kind, TrancheId tranche, Money accepted, Gate... gates) {
        return new ClaimAccepted(
                grant,
                ClaimId.next(),
                Tokens.person("claim officer"),
                tranche,
                accepted,
                List.of(),
                List.of(gates),
                Instant.EPOCH,
                kind);
    }

    public Sent passDeadline(int tranche) {
        return say(deadline(tranche));
    }

    public ClaimDeadlinePassed deadline(int tranche) {
        return new ClaimDeadlinePassed(
                grant, tranche(tranche), Tokens.person("applicant"), LocalDate.of(2026, 9, 30), Instant.EPOCH);
    }

    public Sent accept(ClaimKind kind, int tranche, Money accepted, Gate gate) {
        return say(claim(kind, tranche(tranche), accepted, gate));
    }

    public Sent amend(int baseVersion, TranchePlan amended) {
        return say(amendment(baseVersion, amended));
    }

    public AmendmentApproved amendment(int baseVersion, TranchePlan amended) {
        return amendment(AmendmentKind.EARLY_END, baseVersion, amended, null);
    }

    /** @param keep the kept amount of a termination, otherwise null */
    public AmendmentApproved amendment(AmendmentKind kind, int baseVersion, TranchePlan amended, @Nullable Money keep) {
        return new AmendmentApproved(
                grant,
                AmendmentId.next(),
                Tokens.person("decider"),
                baseVersion,
                amended.total(),
                amended,
                "a letter",
                Instant.EPOCH,
                kind,
                keep,
                List.of(Tokens.person("assessor one")));
    }

    /** Sends an event through Kafka. The filing of a decision is known before. */
    public Sent say(DomainEvent event) {
        Events.ofService().file(event);
        return speaker(event).send(event);
    }

    public Sent sayAgain(DomainEvent event, Sent sent) {
        return speaker(event).sendAgain(sent);
    }

    public OtherService speaker(DomainEvent event) {
        return event instanceof ApplicationEvent ? applications : assessment;
    }

    /**
     * Funds the envelope with the awarded amount and hands in the approval and the acceptance of the offer, without Kafka.
     */
    public GrantStory agreed() {
        envelopeWith(plan.total());
        var events = Events.ofService();
        events.isApplied(approval());
        events.isApplied(acceptance(0));
        return this;
    }

    /** Files and verifies bank details and moves business time past the cool-off. */
    public GrantStory withPayee(String accountNumber) {
        int number = Finance.filePayee(organisation, accountNumber)
                .then()
                .statusCode(201)
                .extract()
                .path("number");
        coolOff(Instant.parse(Finance.verifyPayee(organisation, number, "verifier")
                .then()
                .statusCode(200)
                .extract()
                .path("coolsOffAt")));
        return this;
    }

    public void coolOff(Instant until) {
        TestClock.advance(Duration.between(clock.instant(), until).plusSeconds(1));
    }

    /** Hands in an accepted payment claim, without Kafka, and requires that the tranche is due. */
    public GrantStory due(int tranche, Money accepted) {
        Events.ofService().isApplied(payment(tranche, accepted));
        assertThat(Statuses.ofService().ofTranche(tranche(tranche))).isEqualTo("DUE");
        return this;
    }

    public void payOut(int tranche) {
        payOut(tranche(tranche));
    }

    public void payOut(TrancheId tranche) {
        var prepared =
                Finance.prepare(tranche, "preparer").then().statusCode(200).extract();
        Finance.release(tranche, "releaser", prepared.header("ETag")).then().statusCode(200);
    }

    public void awaitStatus(String status) {
        Poll.until(() -> status.equals(Statuses.ofService().ofAward(grant)));
    }

    public void awaitTranche(int number, String status) {
        awaitTranche(tranche(number), status);
    }

    public void awaitTranche(TrancheId tranche, String status) {
        Poll.until(() -> status.equals(Statuses.ofService().ofTranche(tranche)));
    }

    public String amount(String counter) {
        return Finance.read("/awards/" + grant).getString(counter + ".amount");
    }
}
