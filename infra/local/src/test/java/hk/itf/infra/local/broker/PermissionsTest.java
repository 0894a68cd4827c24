package hk.itf.infra.local.broker;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.infra.local.LocalKafka;
import hk.itf.infra.local.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A broker with the files of {@code infra/kafka} refuses each service wherever it has no business. */
class PermissionsTest {

    private static final int PORT = Ports.freePort();
    private static final String HEADS_OF_APPLICATIONS = "itf.applications.heads";
    private static final String HEADS_OF_ASSESSMENT = "itf.assessment.heads";
    private static final String HEADS_OF_DISBURSEMENT = "itf.disbursement.heads";

    private static final List<String> TOPICS = List.of(
            "itf.applications",
            "itf.assessments",
            "itf.disbursements",
            HEADS_OF_APPLICATIONS,
            HEADS_OF_ASSESSMENT,
            HEADS_OF_DISBURSEMENT);

    @TempDir
    static Path folder;

    private static LocalKafka kafka;
    private static int servicesPort;

    /** The services and what each may write; it may read the rest. */
    private enum Member {
        APPLICATIONS("applications-service", "itf.applications", Set.of("itf.applications", HEADS_OF_APPLICATIONS)),
        ASSESSMENT("assessment-service", "itf.assessment", Set.of("itf.assessments", HEADS_OF_ASSESSMENT)),
        DISBURSEMENT("disbursement-service", "itf.disbursement", Set.of("itf.disbursements", HEADS_OF_DISBURSEMENT));

        private final String user;
        private final String group;
        private final Set<String> own;

        Member(String user, String group, Set<String> own) {
            this.user = user;
            this.group = group;
            this.own = own;
        }
    }

    @BeforeAll
    static void startBroker() {
        servicesPort = Ports.freePort();
        kafka = LocalKafka.start(folder, PORT, servicesPort, BrokerFiles.read(Path.of("../kafka")));
        try (var tool = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            TOPICS.forEach(topic -> tool.send(new ProducerRecord<>(topic, "key", "of a tool")));
        }
    }

    @AfterAll
    static void stopBroker() {
        kafka.close();
    }

    @ParameterizedTest
    @EnumSource
    void writesOwnTopicsOnly(Member member) throws Exception {
        try (var producer =
                new KafkaProducer<>(clientOf(member.user), new StringSerializer(), new StringSerializer())) {
            for (var topic : TOPICS) {
                var sending = producer.send(new ProducerRecord<>(topic, "key", member.user));
                if (member.own.contains(topic)) {
                    assertThat(sending.get(30, SECONDS).topic()).isEqualTo(topic);
                } else {
                    assertThatThrownBy(() -> sending.get(30, SECONDS))
                            .as("%s writes %s", member, topic)
                            .hasCauseInstanceOf(TopicAuthorizationException.class);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void readsTopicsOfOthersInOwnGroupOnly(Member member) {
        for (var topic : TOPICS) {
            if (member.own.contains(topic)) {
                assertThatThrownBy(() -> read(member, member.group, topic))
                        .as("%s reads %s", member, topic)
                        .isInstanceOf(TopicAuthorizationException.class);
            } else {
                read(member, member.group, topic);
            }
        }
        for (var other : Member.values()) {
            if (other != member) {
                var topic = TOPICS.stream()
                        .filter(each -> !member.own.contains(each))
                        .findFirst()
                        .orElseThrow();
                assertThatThrownBy(() -> read(member, other.group, topic))
                        .as("%s in the group %s", member, other.group)
                        .isInstanceOf(GroupAuthorizationException.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void administersNothing(Member member) {
        try (var admin = Admin.create(clientOf(member.user))) {
            refuses(() -> admin.createTopics(List.of(new NewTopic("itf.mine", 1, (short) 1)))
                    .all()
                    .get(30, SECONDS));
            refuses(() -> admin.deleteTopics(List.of("itf.applications")).all().get(30, SECONDS));
            refuses(() -> admin.deleteRecords(
                            Map.of(new TopicPartition("itf.applications", 0), RecordsToDelete.beforeOffset(1)))
                    .all()
                    .get(30, SECONDS));
            refuses(() -> admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, "itf.applications"),
                            List.of(new AlterConfigOp(new ConfigEntry("retention.ms", "1"), AlterConfigOp.OpType.SET))))
                    .all()
                    .get(30, SECONDS));
            refuses(() -> admin.describeAcls(AclBindingFilter.ANY).values().get(30, SECONDS));
        }
    }

    @Test
    void signsNoOtherUserIn() {
        try (var admin = Admin.create(clientOf("somebody"))) {
            assertThatThrownBy(() -> admin.listTopics().names().get(30, SECONDS))
                    .hasCauseInstanceOf(SaslAuthenticationException.class);
        }
    }

    @Test
    void declaresTopicsThatKeepEventsForEver() {
        var files = BrokerFiles.read(Path.of("../kafka"));
        assertThat(files.topics())
                .extracting(BrokerFiles.DeclaredTopic::name)
                .containsExactlyInAnyOrderElementsOf(TOPICS);
        assertThat(files.topics()).allSatisfy(topic -> {
            assertThat(topic.partitions()).isGreaterThanOrEqualTo(3);
            assertThat(topic.config()).containsEntry("min.insync.replicas", "2");
            if (!topic.name().endsWith(".heads")) {
                assertThat(topic.config()).containsEntry("retention.ms", "-1");
            }
        });
    }

    private static void read(Member member, String group, String topic) {
        var settings = new HashMap<>(clientOf(member.user));
        settings.put("group.id", group);
        settings.put("auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (System.nanoTime() < end) {
                if (!consumer.poll(Duration.ofMillis(100)).isEmpty()) {
                    return;
                }
            }
            throw new AssertionError("%s gets no record of %s".formatted(member, topic));
        }
    }

    private static void refuses(Request request) {
        assertThatThrownBy(request::send)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(AuthorizationException.class);
    }

    private static Map<String, Object> clientOf(String user) {
        return Map.of(
                "bootstrap.servers",
                "127.0.0.1:" + servicesPort,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                LocalKafka.credentials(user),
                "max.block.ms",
                30_000);
    }

    @FunctionalInterface
    private interface Request {
        void send() throws Exception;
    }
}
