package hk.itf.infra.eventing;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.TopicReader;
import hk.itf.model.event.AssessmentEvent.AssessmentStarted;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A producer that refuses all further events is replaced. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "sample"))
class RelayTest {

    private final GrantId grant = GrantId.next();

    @Inject
    Outbox outbox;

    @Inject
    ClientsUnderTest clients;

    @Test
    void sendsWithNewProducerWhenOldOneIsUnusable() {
        append(1);
        awaitSent(1);
        clients.breakProducer();
        append(2);
        awaitSent(2);
    }

    private void append(int revision) {
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.append(new AssessmentStarted(grant, PersonId.SYSTEM, revision, Instant.EPOCH)));
    }

    private void awaitSent(long sequence) {
        try (var topic = TopicReader.of("itf.assessments")) {
            assertThat(topic.eventsUntil(
                            grant.toString(), event -> event.headers().sequence() == sequence))
                    .hasSize((int) sequence);
        }
    }
}
