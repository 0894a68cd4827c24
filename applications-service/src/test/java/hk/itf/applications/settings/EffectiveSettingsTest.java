package hk.itf.applications.settings;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import hk.itf.applications.Applicant;
import hk.itf.infra.eventing.KafkaClients;
import hk.itf.infra.testkit.StackResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Settings whose defaults would break a promise, as they are in the running service. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class EffectiveSettingsTest {

    @Inject
    ObjectMapper json;

    @Inject
    KafkaClients kafka;

    @Inject
    AgroalDataSource database;

    @Test
    void eventsAreSentDurablyAndOnce() {
        assertThat(kafka.producerSettings()).containsEntry("acks", "all").containsEntry("enable.idempotence", true);
    }

    @Test
    void eventsAreReadFromTheBeginningAndCommittedAfterTheirEffect() {
        assertThat(kafka.consumerSettings())
                .containsEntry("auto.offset.reset", "earliest")
                .containsEntry("enable.auto.commit", false)
                .containsEntry("allow.auto.create.topics", false)
                .containsEntry("isolation.level", "read_committed");
    }

    @Test
    void jsonIsReadStrictly() {
        assertThat(json.isEnabled(JsonParser.Feature.STRICT_DUPLICATE_DETECTION))
                .isTrue();
        assertThat(json.isEnabled(DeserializationFeature.FAIL_ON_TRAILING_TOKENS))
                .isTrue();
        assertThat(json.isEnabled(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES))
                .isTrue();
        assertThat(json.isEnabled(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES))
                .isTrue();
        assertThat(json.isEnabled(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES))
                .isTrue();
        assertThat(json.isEnabled(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS))
                .isTrue();
        assertThat(json.isEnabled(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS))
                .isTrue();
        assertThat(json.isEnabled(DeserializationFeature.ACCEPT_FLOAT_AS_INT)).isFalse();
        assertThat(json.isEnabled(MapperFeature.ALLOW_COERCION_OF_SCALARS)).isFalse();
        assertThat(json.getFactory().isEnabled(JsonFactory.Feature.CHARSET_DETECTION))
                .isFalse();
        var limits = json.getFactory().streamReadConstraints();
        assertThat(limits.getMaxNestingDepth()).isEqualTo(32);
        assertThat(limits.getMaxStringLength()).isEqualTo(50_000);
        assertThat(limits.getMaxNumberLength()).isEqualTo(40);
    }

    @Test
    void whatSaysNothingAboutWhoMayCallItIsDenied() {
        given().get("/unannotated").then().statusCode(401).body("type", equalTo("urn:itf:problem:unauthenticated"));
        Applicant.somebody()
                .asks()
                .get("/unannotated")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:itf:problem:forbidden"));
    }

    @Test
    void theDatabaseIsReachedInsideTransactionsAlone() {
        assertThatThrownBy(() -> {
                    try (var connection = database.getConnection();
                            var statement = connection.createStatement()) {
                        statement.executeQuery("select 1");
                    }
                })
                .isInstanceOf(SQLException.class);
    }

    @Test
    void everyConnectionGivesUpInTimeAndCommitsDurably() {
        var promised = Map.of(
                "statement_timeout", "10s",
                "lock_timeout", "5s",
                "idle_in_transaction_session_timeout", "15s",
                "fsync", "on",
                "synchronous_commit", "on",
                "full_page_writes", "on");
        promised.forEach((name, value) -> assertThat(shown(name)).as(name).isEqualTo(value));
    }

    @Test
    void thePoolIsSmall() {
        var pool = database.getConfiguration().connectionPoolConfiguration();
        assertThat(pool.maxSize()).isBetween(6, 8);
        assertThat(pool.acquisitionTimeout()).hasSeconds(5);
    }

    @Test
    void theSettingsAreThosePromised() {
        var promised = Map.ofEntries(
                Map.entry("mp.jwt.verify.issuer", "urn:itf:local-token-issuer"),
                Map.entry("mp.jwt.verify.audiences", "itf-applications"),
                Map.entry("mp.jwt.verify.publickey.algorithm", "ES256"),
                Map.entry("mp.jwt.verify.clock.skew", "30"),
                Map.entry("mp.jwt.verify.token.age", "3600"),
                Map.entry("smallrye.jwt.required.claims", "person,exp,iat"),
                Map.entry("quarkus.security.jaxrs.deny-unannotated-endpoints", "true"),
                Map.entry("quarkus.datasource.jdbc.transaction-requirement", "strict"),
                Map.entry("quarkus.transaction-manager.default-transaction-timeout", "15S"),
                Map.entry("quarkus.flyway.clean-disabled", "true"),
                Map.entry("quarkus.flyway.validate-migration-naming", "true"),
                Map.entry("quarkus.hibernate-orm.schema-management.strategy", "none"),
                Map.entry("quarkus.hibernate-orm.log.bind-parameters", "false"),
                Map.entry("quarkus.http.limits.max-body-size", "13M"),
                Map.entry("quarkus.http.limits.max-header-size", "32K"),
                Map.entry("quarkus.http.limits.max-initial-line-length", "16384"),
                Map.entry("quarkus.http.limits.max-parameters", "64"),
                Map.entry("quarkus.http.idle-timeout", "60S"),
                Map.entry("quarkus.http.read-timeout", "15S"),
                Map.entry("quarkus.http.cors.enabled", "false"),
                Map.entry("quarkus.management.enabled", "true"),
                Map.entry("quarkus.shutdown.timeout", "20S"));
        promised.forEach((name, value) -> assertThat(ConfigProvider.getConfig().getValue(name, String.class))
                .as(name)
                .isEqualTo(value));
    }

    @Test
    void managementHasAPortOfItsOwn() {
        var config = ConfigProvider.getConfig();
        assertThat(config.getValue("quarkus.management.port", int.class))
                .isNotEqualTo(config.getValue("quarkus.http.port", int.class));
        for (var path : new String[] {"/q/health", "/q/metrics", "/q/openapi", "/q/swagger-ui"}) {
            given().get(path).then().statusCode(404);
        }
    }

    @Test
    void answersTellBrowsersToTrustNothing() {
        for (var path : new String[] {"/schemes", "/organisations", "/nowhere"}) {
            given().get(path)
                    .then()
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Content-Security-Policy", containsString("default-src 'none'"))
                    .header("Referrer-Policy", "no-referrer")
                    .header("Cache-Control", "no-store")
                    .header("Strict-Transport-Security", containsString("max-age=31536000"));
        }
    }

    private String shown(String setting) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement();
                    var row = statement.executeQuery("show " + setting)) {
                row.next();
                return row.getString(1);
            }
        });
    }
}
