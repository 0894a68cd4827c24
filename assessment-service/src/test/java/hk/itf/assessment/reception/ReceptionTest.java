package hk.itf.assessment.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hk.itf.assessment.AppendedEvents;
import hk.itf.assessment.SimulatedApplications;
import hk.itf.assessment.TestScheme;
import hk.itf.assessment.Vetter;
import hk.itf.infra.testkit.OtherService.Sent;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.event.ApplicationEvent.ApplicationSubmitted;
import hk.itf.model.event.ApplicationEvent.OfferLapsed;
import hk.itf.model.event.ApplicationEvent.SchemeVersionPublished;
import hk.itf.model.event.AssessmentEvent.AssessmentStarted;
import hk.itf.model.event.EventCodec;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import hk.itf.model.json.Sha256;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "assessment"))
class ReceptionTest {

    @Inject
    AppendedEvents events;

    private SimulatedApplications applications;
    private final TestScheme scheme = TestScheme.unpublished();

    @BeforeEach
    void publish() {
        applications = new SimulatedApplications();
        applications.publishes(scheme);
    }

    @AfterEach
    void close() {
        applications.close();
    }

    private final Vetter operator = Vetter.with("operator");

    @Test
    void repeatedSubmissionOpensOneCase() {
        var grant = GrantId.next();
        var submission = SimulatedApplications.submission(
                grant,
                SimulatedApplications.filing(scheme, OrganisationId.next(), 1, SimulatedApplications.doctoralPost(12)));
        var sent = applications.sends(submission);
        applications.service().sendAgain(sent);
        applications.sends(submission); // the same submission with the next sequence is late
        applications.withdraws(grant);

        await().until(() ->
                count("select count(*) from review_case where grant_id = :grant and outcome = 'WITHDRAWN'", grant)
                        == 1);
        assertThat(events.about(grant, AssessmentStarted.class)).hasSize(1);
        assertThat(ignored(grant)).isEqualTo(1);
    }

    @Test
    void submissionWaitsForItsSchemeVersion() {
        var later = TestScheme.unpublished();
        var grant = applications.submits(later);
        await().until(() -> operator.asks()
                .get("/operations/waiting-events")
                .jsonPath()
                .getList("id", String.class)
                .contains(grant.toString()));
        applications.publishes(later);
        assertThat(events.awaitLast(AssessmentStarted.class, grant).revision()).isEqualTo(1);
    }

    @Test
    void unreadableEventHoldsOnlyItsGrantUntilItIsSentAgain() {
        var grant = GrantId.next();
        var submission = applications.service().prepare(submissionOf(grant));
        applications.service().transmit(withBody(submission, "{\"grant\": \"%s\"".formatted(grant)));
        applications.withdraws(grant);
        var healthy = applications.submits(scheme);

        assertThat(events.awaitLast(AssessmentStarted.class, healthy)).isNotNull();
        await().until(() -> setAside().contains(grant.toString()));
        assertThat(events.about(grant)).isEmpty();

        applications.service().transmit(submission);
        await().until(() ->
                count("select count(*) from review_case where grant_id = :grant and outcome = 'WITHDRAWN'", grant)
                        == 1);
        assertThat(events.about(grant, AssessmentStarted.class)).hasSize(1);
    }

    @Test
    void setsPlanWithOtherTotalThanEntitlementAside() {
        var grant = GrantId.next();
        var valid = submissionOf(grant);
        var body = EventCodec.encode(valid);
        var tooMuch = body.replace(
                "\"entitlement\":{\"amount\":{\"amount\":\"540000.00\"",
                "\"entitlement\":{\"amount\":{\"amount\":\"540001.00\"");
        assertThat(tooMuch).isNotEqualTo(body);
        applications.service().sendBroken(valid, tooMuch);
        await().until(() -> setAside().contains(grant.toString()));
        assertThat(events.about(grant)).isEmpty();
    }

    @Test
    void parksSchemeVersionWithChangedText() {
        applications.sends(new SchemeVersionPublished(
                scheme.ref(),
                PersonId.SYSTEM,
                scheme.text() + "\n# changed",
                Sha256.of(scheme.text() + "\n# changed")));
        await().until(() -> parked().contains(scheme.ref().id().value()));
        var grant = applications.submits(scheme);
        assertThat(events.awaitLast(AssessmentStarted.class, grant)).isNotNull();
    }

    @Test
    void appliesEventsWithoutEffect() {
        var grant = applications.submits(scheme);
        applications.sends(new OfferLapsed(grant, PersonId.SYSTEM, SimulatedApplications.NOW));
        applications.withdraws(grant);
        await().until(() ->
                count("select count(*) from review_case where grant_id = :grant and outcome = 'WITHDRAWN'", grant)
                        == 1);
        assertThat(ignored(grant)).isZero();
    }

    private List<String> parked() {
        return operator.asks().get("/operations/parked-events").jsonPath().getList("id", String.class);
    }

    /** The keys of the records that were set aside. */
    private List<String> setAside() {
        return operator.asks().get("/operations/set-aside-records").jsonPath().getList("key", String.class);
    }

    private ApplicationSubmitted submissionOf(GrantId grant) {
        return SimulatedApplications.submission(
                grant,
                SimulatedApplications.filing(scheme, OrganisationId.next(), 1, SimulatedApplications.doctoralPost(12)));
    }

    private static Sent withBody(Sent prepared, String body) {
        var kafka = prepared.kafka();
        return new Sent(new ProducerRecord<>(
                kafka.topic(), null, kafka.key(), body.getBytes(StandardCharsets.UTF_8), kafka.headers()));
    }

    private long count(String sql, GrantId grant) {
        return events.count(sql, grant);
    }

    private long ignored(GrantId grant) {
        return events.count("select count(*) from ignored_event where aggregate_id = cast(:grant as text)", grant);
    }
}
