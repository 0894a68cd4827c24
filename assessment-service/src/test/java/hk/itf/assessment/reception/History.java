package hk.itf.assessment.reception;

import hk.itf.assessment.SimulatedApplications;
import hk.itf.assessment.TestScheme;
import hk.itf.assessment.Vetter;
import hk.itf.infra.testkit.OtherService;
import hk.itf.infra.testkit.OtherService.Sent;
import hk.itf.model.event.ApplicationEvent;
import hk.itf.model.event.ApplicationEvent.AmendmentSubmitted;
import hk.itf.model.event.ApplicationEvent.ApplicationResubmitted;
import hk.itf.model.event.ApplicationEvent.ApplicationWithdrawn;
import hk.itf.model.event.ApplicationEvent.ClaimDeadlinePassed;
import hk.itf.model.event.ApplicationEvent.ClaimResubmitted;
import hk.itf.model.event.ApplicationEvent.ClaimSubmitted;
import hk.itf.model.event.ApplicationEvent.ClaimWithdrawn;
import hk.itf.model.event.ApplicationEvent.OfferAccepted;
import hk.itf.model.event.ApplicationEvent.OfferMade;
import hk.itf.model.event.Parties;
import hk.itf.model.id.AmendmentId;
import hk.itf.model.id.ClaimId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * All events of applications-service about one grant and its scheme version, and the people who act on them. The secretary
 * requests a clarification in every first round. The commissioner declines the amendment.
 */
final class History {

    private static final LocalDate DAY = LocalDate.of(2027, 5, 31);

    private final GrantId grant;
    private final OtherService service;
    private final List<Sent> sent;
    private final Vetter secretary;
    private final Vetter commissioner;

    private History(GrantId grant, OtherService service, List<Sent> sent, TestScheme scheme) {
        this.grant = grant;
        this.service = service;
        this.sent = sent;
        this.secretary = Vetter.secretariat(scheme);
        this.commissioner = Vetter.authority(scheme, "commissioner");
    }

    static History ofOneGrant(SimulatedApplications applications) {
        var scheme = TestScheme.unpublished();
        var grant = GrantId.next();
        var service = applications.service();
        var sent = new ArrayList<Sent>();
        sent.add(service.prepare(scheme.publication()));
        events(grant, scheme).forEach(event -> sent.add(service.prepare(event)));
        return new History(grant, service, sent, scheme);
    }

    private static List<ApplicationEvent> events(GrantId grant, TestScheme scheme) {
        var applicant = OrganisationId.next();
        var who = SimulatedApplications.SUBMITTER;
        var now = SimulatedApplications.NOW;
        var parties = Parties.of(applicant);
        var claim = ClaimId.next();
        var tranche = TrancheId.next();
        var first = SimulatedApplications.filing(scheme, applicant, 1, SimulatedApplications.doctoralPost(12));
        var second = SimulatedApplications.filing(scheme, applicant, 2, SimulatedApplications.doctoralPost(12));
        return List.of(
                SimulatedApplications.submission(grant, first),
                new ApplicationResubmitted(grant, who, second, now),
                new OfferMade(grant, PersonId.SYSTEM, Money.hkd(540_000), DAY, now),
                new OfferAccepted(grant, who, applicant, now, 0),
                new AmendmentSubmitted(
                        grant,
                        AmendmentId.next(),
                        who,
                        scheme.ref(),
                        parties,
                        SimulatedApplications.earlyEnd(scheme),
                        now),
                new ClaimSubmitted(
                        grant, claim, who, scheme.ref(), parties, SimulatedApplications.claim(1, tranche), now),
                new ClaimResubmitted(grant, claim, who, SimulatedApplications.claim(2, tranche), now),
                new ClaimDeadlinePassed(grant, tranche, PersonId.SYSTEM, DAY, now),
                new ClaimWithdrawn(grant, claim, tranche, who, now),
                new ApplicationWithdrawn(grant, who, "another grant came first", now));
    }

    GrantId grant() {
        return grant;
    }

    /** The number of events about the grant, without the scheme version. */
    long length() {
        return sent.size() - 1L;
    }

    void deliverInOrder() {
        sent.forEach(service::transmit);
    }

    /** Delivers all events in a random order, some of them two or three times. */
    void deliverShuffled(long seed) {
        var random = new Random(seed);
        var copies = new ArrayList<>(sent);
        sent.forEach(each -> copies.addAll(Collections.nCopies(random.nextInt(3) * random.nextInt(2), each)));
        Collections.shuffle(copies, random);
        copies.forEach(service::sendAgain);
    }

    void actOnOpenTasks() {
        var work = secretary.takesNext();
        if (work.statusCode() == 200 && work.<Integer>path("round") == 1) {
            secretary
                    .does(work.path("id"), "clarification", Map.of("question", "Which days?", "answerWithinDays", 14))
                    .then()
                    .statusCode(200);
        }
        var decision = commissioner.takesNext();
        if (decision.statusCode() == 200) {
            commissioner
                    .does(decision.path("id"), "decision", Map.of("outcome", "DECLINE", "letter", "It comes too late."))
                    .then()
                    .statusCode(200);
        }
    }
}
