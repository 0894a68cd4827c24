package hk.itf.infra.endtoend;

import static hk.itf.infra.local.Service.ASSESSMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hk.itf.infra.endtoend.story.Grant;
import hk.itf.infra.endtoend.story.Platform;
import hk.itf.infra.endtoend.story.Post;
import hk.itf.infra.endtoend.story.StepLog;
import hk.itf.infra.endtoend.story.Story;
import hk.itf.infra.local.LocalKafka;
import hk.itf.infra.local.LocalStack;
import hk.itf.infra.local.Service;
import hk.itf.infra.local.ServiceProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The long faults of {@code ./itf faults}, beside {@link RolloutsTest}: each lasts up to minutes and happens while whole grants live.
 * Afterwards no journey has failed, no event waits, the books are coherent, and the bank has paid what they say. Other tests hold
 * short forms of the same faults.
 */
@Tag("long")
@TestMethodOrder(OrderAnnotation.class)
class FaultsTest {

    private static final Duration STORM = Duration.ofMinutes(3);
    private static final Duration BROKER_STOP = Duration.ofSeconds(60);
    private static final Duration LONGER_THAN_SESSION = Duration.ofSeconds(12);
    private static final int ODD_RECORDS = 3_000;

    private static final LocalStack stack = PackagedServices.running();
    private static final Platform platform = Platform.of(stack);
    private static final TopicClient topics = new TopicClient(stack);
    private final long started = System.nanoTime();
    private Story story;

    @AfterAll
    static void disconnect() {
        topics.close();
    }

    @BeforeEach
    void createStory() {
        story = new Story(platform, new StepLog(System.out::println));
    }

    @AfterEach
    void requireNothingLostOrDoubled() {
        SteadyState.require(stack, topics);
        FaultReport.confirm();
    }

    @Test
    @Order(1)
    void setsOddRecordsAside() throws InterruptedException {
        var seed = Long.getLong("itf.seed", System.nanoTime());
        System.out.println("odd records of -Ditf.seed=" + seed);
        var load = Load.start(platform);
        var sent = topics.sendOddRecords(new Random(seed), ODD_RECORDS);
        var journeys = load.stop();
        topics.awaitAllConsumed();
        var setAside = 0L;
        for (var service : Service.values()) {
            setAside += SteadyState.count(stack, service, "select count(*) from set_aside_record");
        }
        assertThat(setAside).as("records set aside, seed " + seed).isEqualTo(2L * sent); // by two services each
        FaultReport.survived(
                "odd records",
                "%d records that are no events, on all topics and partitions, during %d journeys"
                        .formatted(sent, journeys),
                "%d set aside by the services that read them, none lost, no stream stopped".formatted(setAside),
                elapsed());
    }

    @Test
    @Order(2)
    void appliesNothingTwiceAfterOffsetsAreRewound() throws IOException {
        var grants = List.of(ResearchPosts.doctoralPost(story), TrainingGrants.oneAdvance(story));
        topics.awaitAllConsumed();
        var views = GrantViews.of(grants, story.people.auditor);
        var paid = Books.centsPaidByBankLedger(stack.state());
        var records = topics.count();
        for (var service : Service.values()) {
            stack.service(service).stop();
        }
        topics.rewindAll();
        stack.startServices();
        topics.awaitAllConsumed();
        assertThat(GrantViews.of(grants, story.people.auditor)).isEqualTo(views);
        assertThat(topics.count()).as("records, none of them new").isEqualTo(records);
        assertThat(Books.centsPaidByBankLedger(stack.state())).isEqualTo(paid);
        FaultReport.survived(
                "rewound offsets",
                "the offsets of all three services are set to the beginning, and the services start",
                "%d records read again; answers, money and records are the same".formatted(records),
                elapsed());
    }

    @Test
    @Order(3)
    void survivesRebalanceStorm() throws InterruptedException {
        var seed = Long.getLong("itf.seed", System.nanoTime());
        System.out.println("rebalance storm of -Ditf.seed=" + seed);
        var random = new Random(seed);
        var kills = 0;
        var freezes = 0;
        int journeys;
        try (var replicas = new Replicas(stack)) {
            replicas.restartSecond(Build.OLD);
            var load = Load.start(platform);
            var end = System.nanoTime() + STORM.toNanos();
            while (System.nanoTime() < end) {
                var victim = replicas.of(Service.values()[random.nextInt(3)]).get(random.nextInt(2));
                if (random.nextBoolean()) {
                    victim.kill();
                    replicas.restart(Build.OLD, List.of(victim));
                    kills++;
                } else {
                    freeze(victim);
                    freezes++;
                }
            }
            journeys = load.stop();
        }
        FaultReport.survived(
                "rebalance storm",
                "two replicas of each service; one after the other is killed (%d times) or stopped for 12 s (%d times)"
                        .formatted(kills, freezes),
                "%d journeys reached their end".formatted(journeys),
                elapsed());
    }

    @Test
    @Order(4)
    void survivesStoppedBroker() {
        var applications = new ArrayList<Grant>();
        stack.stopBroker();
        var end = System.nanoTime() + BROKER_STOP.toNanos();
        try {
            while (System.nanoTime() < end) {
                applications.add(story.applicants.apply(story.post(12, Post.ABOVE_CEILING)));
                LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            }
        } finally {
            stack.startBroker();
        }
        var start = System.nanoTime();
        for (var each : applications) {
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> SteadyState.count(
                                    stack,
                                    ASSESSMENT,
                                    "select count(*) from review_case where grant_id = '" + each.id() + "'")
                            == 1);
        }
        var caughtUp = Duration.ofNanos(System.nanoTime() - start);
        applications.forEach(story.applicants::withdraw); // so that the review queue holds nothing else
        ResearchPosts.doctoralPost(story);
        FaultReport.survived(
                "stopped broker",
                "the broker is down for %d s, during which %d applications are filed"
                        .formatted(BROKER_STOP.toSeconds(), applications.size()),
                "each has one review case %d s after the broker runs again".formatted(caughtUp.toSeconds()),
                elapsed());
    }

    @Test
    @Order(5)
    void refusesForgedEventsAtTheBroker() {
        var refused = 0;
        for (var service : Service.values()) {
            try (var forger = new KafkaProducer<>(
                    Map.<String, Object>of(
                            "bootstrap.servers",
                            "127.0.0.1:" + stack.ports().kafkaForServices(),
                            "security.protocol",
                            "SASL_PLAINTEXT",
                            "sasl.mechanism",
                            "SCRAM-SHA-512",
                            "sasl.jaas.config",
                            LocalKafka.credentials(service.folder())),
                    new StringSerializer(),
                    new StringSerializer())) {
                for (var topic : LocalKafka.TOPICS) {
                    if (!topic.equals(TopicClient.topicOf(service))) {
                        assertThatThrownBy(() -> forger.send(new ProducerRecord<>(topic, "x", "forged"))
                                        .get())
                                .hasCauseInstanceOf(TopicAuthorizationException.class);
                        refused++;
                    }
                }
            }
        }
        FaultReport.survived(
                "authoriser",
                "each service writes to the topics of the other two",
                "%d of 6 refused".formatted(refused),
                elapsed());
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private static void freeze(ServiceProcess process) {
        signal(process, "STOP");
        LockSupport.parkNanos(LONGER_THAN_SESSION.toNanos());
        signal(process, "CONT");
    }

    private static void signal(ServiceProcess process, String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
