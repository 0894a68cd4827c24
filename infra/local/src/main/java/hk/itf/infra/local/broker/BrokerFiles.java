package hk.itf.infra.local.broker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import hk.itf.infra.local.LocalStackException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * The topics, and the principals of the services with their permissions.
 *
 * @param topics what {@code topics.yaml} declares
 * @param users what {@code users.yaml} declares
 */
public record BrokerFiles(List<DeclaredTopic> topics, List<DeclaredUser> users) {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /**
     * A topic.
     *
     * @param config settings of the topic by their Kafka name, such as {@code retention.ms}
     */
    public record DeclaredTopic(String name, int partitions, Map<String, String> config) {}

    /**
     * A principal.
     *
     * @param permissions what it may do; everything else is refused
     */
    public record DeclaredUser(String name, List<AclBinding> permissions) {}

    public BrokerFiles {
        topics = List.copyOf(topics);
        users = List.copyOf(users);
    }

    /**
     * Reads the files of a folder.
     *
     * @throws LocalStackException when a file is missing or malformed
     */
    public static BrokerFiles read(Path folder) {
        return new BrokerFiles(
                documents(folder.resolve("topics.yaml"), "KafkaTopic").stream()
                        .map(BrokerFiles::topic)
                        .toList(),
                documents(folder.resolve("users.yaml"), "KafkaUser").stream()
                        .map(BrokerFiles::user)
                        .toList());
    }

    private static List<JsonNode> documents(Path file, String kind) {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(file.toFile())) {
            var found = documents.readAll();
            for (var each : found) {
                if (!each.path("kind").asText().equals(kind)) {
                    throw new LocalStackException(
                            "%s holds a document that is no %s: %s".formatted(file, kind, each.path("kind")));
                }
            }
            return found;
        } catch (IOException e) {
            throw new LocalStackException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static DeclaredTopic topic(JsonNode document) {
        var spec = document.required("spec");
        return new DeclaredTopic(
                document.required("metadata").required("name").asText(),
                spec.required("partitions").asInt(),
                spec.required("config").properties().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, each -> each.getValue().asText())));
    }

    private static DeclaredUser user(JsonNode document) {
        var name = document.required("metadata").required("name").asText();
        var permissions = new ArrayList<AclBinding>();
        for (var acl : document.required("spec").required("authorization").required("acls")) {
            var resource = acl.required("resource");
            var pattern = new ResourcePattern(
                    ResourceType.valueOf(upperCase(resource.required("type"))),
                    resource.required("name").asText(),
                    PatternType.valueOf(upperCase(resource.required("patternType"))));
            for (var operation : acl.required("operations")) {
                permissions.add(new AclBinding(
                        pattern,
                        new AccessControlEntry(
                                "User:" + name,
                                "*",
                                AclOperation.valueOf(upperCase(operation)),
                                AclPermissionType.ALLOW)));
            }
        }
        return new DeclaredUser(name, List.copyOf(permissions));
    }

    private static String upperCase(JsonNode word) {
        return word.asText().toUpperCase(Locale.ROOT);
    }
}
