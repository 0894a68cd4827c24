package hk.itf.infra.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import hk.itf.model.event.ApplicationEvent;
import hk.itf.model.event.AssessmentEvent;
import hk.itf.model.event.DomainEvent;
import hk.itf.model.event.EventCodec;
import hk.itf.model.json.Json;
import hk.itf.model.scheme.tranche.ClaimKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The wire form of every event, kept for ever: what was sent once must be readable always. */
class GoldenEventsTest {

    private static final Path SAMPLES = Path.of("src/test/resources/events");
    private static final Path DOCUMENT = Path.of("../docs/events.md");

    static Stream<DomainEvent> events() {
        return EventSamples.all().stream();
    }

    @Test
    void everyEventTypeHasASample() {
        assertThat(EventSamples.all().stream().map(Object::getClass).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(EventCodec.types().values());
    }

    @ParameterizedTest
    @MethodSource("events")
    void theWireFormIsTheGoldenSample(DomainEvent event) throws JsonProcessingException {
        var pretty = Json.mapper()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(Json.mapper().readTree(EventCodec.encode(event)))
                + "\n";
        GoldenFile.check(SAMPLES.resolve(EventCodec.typeOf(event.getClass()) + ".json"), pretty);
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventReadsBackAsItself(DomainEvent event) {
        assertThat(EventCodec.decode(EventCodec.typeOf(event.getClass()), EventCodec.encode(event)))
                .contains(event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void propertiesAddedLaterAreIgnored(DomainEvent event) {
        var newer = EventCodec.encode(event).replaceFirst("\\{", "{\"addedLater\":1,");
        assertThat(EventCodec.decode(EventCodec.typeOf(event.getClass()), newer))
                .contains(event);
    }

    /** The folder keeps the forms of earlier releases, which a consumer may still read. */
    @Test
    void aClaimWrittenBeforeThereWereKindsIsAPayment() throws IOException {
        assertThat(older("itf.claim.submitted.v1", "without-kind"))
                .isEqualTo(older("itf.claim.submitted.v1", "without-papers"))
                .isInstanceOfSatisfying(
                        ApplicationEvent.ClaimSubmitted.class,
                        submitted -> assertThat(submitted.filing().kind()).isEqualTo(ClaimKind.PAYMENT));
        assertThat(older("itf.claim.accepted.v1", "without-kind"))
                .isEqualTo(older("itf.claim.accepted.v1", "without-filing"));
        assertThat(older("itf.claim.rejected.v1", "without-kind"))
                .isEqualTo(sampleOf(AssessmentEvent.ClaimRejected.class));
    }

    @Test
    void decisionsWrittenBeforeTheyNamedTheirFilingAreRead() throws IOException {
        assertThat(older("itf.claim.accepted.v1", "without-filing"))
                .isInstanceOfSatisfying(
                        AssessmentEvent.ClaimAccepted.class,
                        accepted -> assertThat(accepted.filing()).isNull());
        assertThat(older("itf.amendment.approved.v1", "without-filing"))
                .isInstanceOfSatisfying(
                        AssessmentEvent.AmendmentApproved.class,
                        approved -> assertThat(approved.filing()).isNull());
        assertThat(older("itf.stage-gate.passed.v1", "without-filing"))
                .isInstanceOfSatisfying(
                        AssessmentEvent.StageGatePassed.class,
                        passed -> assertThat(passed.filing()).isNull());
        assertThat(older("itf.assessment.approved.v1", "without-revision"))
                .isInstanceOfSatisfying(
                        AssessmentEvent.ApplicationApproved.class,
                        approved -> assertThat(approved.revision()).isNull());
        assertThat(older("itf.claim.submitted.v1", "without-hash"))
                .isInstanceOfSatisfying(
                        ApplicationEvent.ClaimSubmitted.class,
                        submitted -> assertThat(submitted.filing().ref()).isNull());
        assertThat(older("itf.amendment.submitted.v1", "without-hash"))
                .isInstanceOfSatisfying(
                        ApplicationEvent.AmendmentSubmitted.class,
                        submitted -> assertThat(submitted.filing().ref()).isNull());
    }

    @Test
    void whatWasWrittenBeforeVotersAndLaterStagesWereToldIsRead() throws IOException {
        assertThat(older("itf.amendment.approved.v1", "without-voters"))
                .isInstanceOfSatisfying(
                        AssessmentEvent.AmendmentApproved.class,
                        approved -> assertThat(approved.voters()).isEmpty());
        assertThat(older("itf.amendment.declined.v1", "without-voters"))
                .isInstanceOfSatisfying(
                        AssessmentEvent.AmendmentDeclined.class,
                        declined -> assertThat(declined.voters()).isEmpty());
        assertThat(older("itf.application.offer-accepted.v1", "without-later-stages"))
                .isInstanceOfSatisfying(
                        ApplicationEvent.OfferAccepted.class,
                        accepted -> assertThat(accepted.laterStages()).isZero());
    }

    @Test
    void aClaimWrittenBeforeItCouldHavePapersHasNone() throws IOException {
        assertThat(older("itf.claim.submitted.v1", "without-papers"))
                .isInstanceOfSatisfying(
                        ApplicationEvent.ClaimSubmitted.class,
                        submitted -> assertThat(submitted.filing().papers()).isEmpty());
        assertThat(older("itf.claim.resubmitted.v1", "without-papers"))
                .isInstanceOfSatisfying(
                        ApplicationEvent.ClaimResubmitted.class,
                        resubmitted -> assertThat(resubmitted.filing().papers()).isEmpty());
    }

    private static DomainEvent older(String type, String without) throws IOException {
        var wire = Files.readString(SAMPLES.resolve("older").resolve(type + "." + without + ".json"));
        return EventCodec.decode(type, wire).orElseThrow();
    }

    private static DomainEvent sampleOf(Class<? extends DomainEvent> type) {
        return EventSamples.all().stream().filter(type::isInstance).findFirst().orElseThrow();
    }

    @Test
    void theListOfEventsIsWhatTheCodeSays() {
        var text = new StringBuilder("""
                # Events

                Generated by `GoldenEventsTest`; do not edit. CloudEvents 1.0 in Kafka's binary mode: attributes are headers
                (`ce_id`, `ce_source`, `ce_type`, `ce_subject`, `ce_time`, `ce_aggregatetype`, `ce_sequence`, `ce_epoch`), the body is
                JSON, the key is the id of the aggregate. A sample of each is in `infra/testkit/src/test/resources/events`.

                | topic | type | aggregate | carries |
                | --- | --- | --- | --- |
                """);
        for (var event : EventSamples.all()) {
            var carries = Stream.of(event.getClass().getRecordComponents())
                    .map(component -> component.getName())
                    .collect(Collectors.joining(", "));
            text.append("| %s | `%s` | %s | %s |%n"
                    .formatted(
                            EventCodec.topicOf(event.getClass()),
                            EventCodec.typeOf(event.getClass()),
                            event.aggregate().type(),
                            carries));
        }
        GoldenFile.check(DOCUMENT, text.toString());
    }
}
