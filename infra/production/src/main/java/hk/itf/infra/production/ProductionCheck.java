package hk.itf.infra.production;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compares the settings of a service with what production needs. A setting for a local stack in production means forged tokens, moved
 * time, or money and events that anyone on the network can read and change.
 */
final class ProductionCheck {

    private static final String LOCAL_ISSUER = "urn:itf:local-token-issuer";
    private static final Set<String> ENCRYPTED = Set.of("SSL", "SASL_SSL");
    private static final String PLAIN_KAFKA = "itf.production.plain-kafka-because";
    private static final String PLAIN_POSTGRES = "itf.production.plain-postgres-because";
    private static final int FEWEST_COPIES = 3;
    private static final int FEWEST_COPIES_IN_SYNC = 2;
    private static final int FEWEST_PARTITIONS = 3;

    private final Function<String, Optional<String>> settings;
    private final List<String> faults = new ArrayList<>();

    private ProductionCheck(Function<String, Optional<String>> settings) {
        this.settings = settings;
    }

    /**
     * The faults of the settings, one sentence each; empty when the service may start.
     *
     * @param settings a setting by its name; empty when it is absent or blank
     */
    static List<String> faultsOf(Function<String, Optional<String>> settings) {
        var check = new ProductionCheck(settings);
        check.tokens();
        check.time();
        check.postgres();
        check.kafka();
        return List.copyOf(check.faults);
    }

    private void tokens() {
        var issuer = settings.apply("mp.jwt.verify.issuer").orElse("");
        if (issuer.isEmpty() || issuer.equals(LOCAL_ISSUER)) {
            faults.add("mp.jwt.verify.issuer names no issuer or the local one. Name the identity provider.");
        }
        if (settings.apply("mp.jwt.verify.publickey").isPresent()) {
            faults.add(
                    "mp.jwt.verify.publickey fixes one key. Remove it, so that the identity provider can change its keys.");
        }
        var keys = settings.apply("mp.jwt.verify.publickey.location").orElse("");
        if (!keys.startsWith("https://") || isOnThisMachine(URI.create(keys).getHost())) {
            faults.add("mp.jwt.verify.publickey.location is not the https address of an identity provider.");
        }
    }

    private void time() {
        if (settings.apply("itf.clock.offset-file").isPresent()) {
            faults.add("itf.clock.offset-file moves business time and is for the local profile only. Remove it.");
        }
    }

    private void postgres() {
        var password = settings.apply("quarkus.datasource.password").orElse("");
        var user = settings.apply("quarkus.datasource.username").orElse("");
        if (password.isEmpty() || password.equals(user) || password.startsWith("local-only")) {
            faults.add("quarkus.datasource.password is missing, the name of the user, or the one of the local stack.");
        }
        var url = settings.apply("quarkus.datasource.jdbc.url").orElse("");
        var encrypted = url.contains("sslmode=verify-full") || url.contains("sslmode=verify-ca");
        if (!encrypted && settings.apply(PLAIN_POSTGRES).isEmpty()) {
            faults.add("quarkus.datasource.jdbc.url does not verify the server (sslmode=verify-full). If the network "
                    + "protects the connection otherwise, say how in " + PLAIN_POSTGRES + ".");
        }
    }

    private void kafka() {
        var protocol = settings.apply("kafka.security.protocol").orElse("PLAINTEXT");
        if (!ENCRYPTED.contains(protocol) && settings.apply(PLAIN_KAFKA).isEmpty()) {
            faults.add("kafka.security.protocol is neither SSL nor SASL_SSL. If the network protects the connection "
                    + "otherwise, say how in " + PLAIN_KAFKA + ".");
        }
        var credentials = settings.apply("kafka.sasl.jaas.config").orElse("");
        var certificate = settings.apply("kafka.ssl.keystore.location").orElse("");
        if ((credentials.isEmpty() && certificate.isEmpty()) || credentials.contains("local-only")) {
            faults.add(
                    "kafka.sasl.jaas.config and kafka.ssl.keystore.location name no principal, or the one of the local stack. "
                            + "Name the principal of the service, so that the permissions of the broker hold.");
        }
        requireAtLeast("itf.eventing.replication-factor", FEWEST_COPIES);
        requireAtLeast("itf.eventing.min-insync-replicas", FEWEST_COPIES_IN_SYNC);
        requireAtLeast("itf.eventing.partitions", FEWEST_PARTITIONS);
    }

    private void requireAtLeast(String name, int fewest) {
        if (settings.apply(name).map(Integer::parseInt).orElse(0) < fewest) {
            faults.add("%s is less than %d.".formatted(name, fewest));
        }
    }

    private static boolean isOnThisMachine(@Nullable String host) {
        return host == null || host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }
}
