package hk.itf.infra.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductionCheckTest {

    private static final Map<String, String> SOUND = Map.ofEntries(
            Map.entry("mp.jwt.verify.issuer", "https://login.fund.example"),
            Map.entry("mp.jwt.verify.publickey.location", "https://login.fund.example/jwks.json"),
            Map.entry("quarkus.datasource.username", "disbursement"),
            Map.entry("quarkus.datasource.password", "long and secret"),
            Map.entry(
                    "quarkus.datasource.jdbc.url",
                    "jdbc:postgresql://db.fund.example/disbursement?sslmode=verify-full"),
            Map.entry("kafka.security.protocol", "SASL_SSL"),
            Map.entry("kafka.sasl.jaas.config", "org.example.LoginModule required username=disbursement-service;"),
            Map.entry("itf.eventing.replication-factor", "3"),
            Map.entry("itf.eventing.min-insync-replicas", "2"),
            Map.entry("itf.eventing.partitions", "12"));

    @Test
    void allowsSoundSettings() {
        assertThat(faults(SOUND)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "mp.jwt.verify.issuer, urn:itf:local-token-issuer",
        "mp.jwt.verify.issuer,",
        "mp.jwt.verify.publickey.location, http://login.fund.example/jwks.json",
        "mp.jwt.verify.publickey.location, https://localhost/jwks.json",
        "mp.jwt.verify.publickey.location, /etc/keys/jwks.json",
        "mp.jwt.verify.publickey.location,",
        "mp.jwt.verify.publickey, MFkwEwYHKoZIzj0CAQ",
        "itf.clock.offset-file, /var/clock-offset",
        "quarkus.datasource.password,",
        "quarkus.datasource.password, disbursement",
        "quarkus.datasource.password, local-only",
        "quarkus.datasource.jdbc.url, jdbc:postgresql://db.fund.example/disbursement",
        "quarkus.datasource.jdbc.url, jdbc:postgresql://db.fund.example/disbursement?sslmode=require",
        "kafka.security.protocol,",
        "kafka.security.protocol, SASL_PLAINTEXT",
        "kafka.sasl.jaas.config,",
        "kafka.sasl.jaas.config, LoginModule required password=local-only;",
        "itf.eventing.replication-factor, 1",
        "itf.eventing.min-insync-replicas, 1",
        "itf.eventing.partitions, 1",
        "itf.eventing.partitions,"
    })
    void refusesLocalSetting(String name, String value) {
        var settings = new HashMap<>(SOUND);
        settings.put(name, value);
        assertThat(faults(settings)).singleElement().asString().contains(name);
    }

    @Test
    void allowsPlainConnectionsWithWrittenReasons() {
        var settings = new HashMap<>(SOUND);
        settings.put("kafka.security.protocol", "PLAINTEXT");
        settings.put("quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1/disbursement");
        settings.put("itf.production.plain-kafka-because", "The service mesh encrypts and verifies.");
        settings.put("itf.production.plain-postgres-because", "PostgreSQL runs in the same pod.");
        assertThat(faults(settings)).isEmpty();
    }

    @Test
    void namesAllFaultsAtOnce() {
        assertThat(faults(Map.of())).hasSize(9);
    }

    private static List<String> faults(Map<String, String> settings) {
        return ProductionCheck.faultsOf(name -> Optional.ofNullable(settings.get(name)));
    }
}
