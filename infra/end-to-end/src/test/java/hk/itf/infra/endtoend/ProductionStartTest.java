package hk.itf.infra.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.local.LocalPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A packaged service that is started in production, without the profile of the local stack. */
class ProductionStartTest {

    private static final Path JAR =
            PackagedServices.PROJECT.resolve("disbursement-service/target/quarkus-app/quarkus-run.jar");

    @Test
    void refusesSettingsOfLocalStackBeforeAnythingElse() throws IOException, InterruptedException {
        var service = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-jar",
                        JAR.toString()))
                .redirectErrorStream(true);
        service.environment()
                .putAll(Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:1/disbursement", // nobody listens
                        "QUARKUS_DATASOURCE_USERNAME", "disbursement",
                        "QUARKUS_DATASOURCE_PASSWORD", LocalPostgres.LOCAL_ONLY_PASSWORD));
        var process = service.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();

        assertThat(process.exitValue()).as(output).isNotZero();
        assertThat(output)
                .contains(
                        "The service does not start in production:",
                        "- mp.jwt.verify.issuer names no issuer or the local one.",
                        "- mp.jwt.verify.publickey.location is not the https address of an identity provider.",
                        "- quarkus.datasource.password is missing",
                        "- quarkus.datasource.jdbc.url does not verify the server",
                        "- kafka.security.protocol is neither SSL nor SASL_SSL.",
                        "- kafka.sasl.jaas.config and kafka.ssl.keystore.location name no principal",
                        "- itf.eventing.replication-factor is less than 3.",
                        "- itf.eventing.min-insync-replicas is less than 2.")
                .doesNotContain("Connection refused");
    }
}
