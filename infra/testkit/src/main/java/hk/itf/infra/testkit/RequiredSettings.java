package hk.itf.infra.testkit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import hk.itf.infra.local.TokenIssuer;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** Compares the settings of the running service with the settings that every service must have. */
public final class RequiredSettings {

    private static final Map<String, String> CONFIGURATION = Map.ofEntries(
            Map.entry("mp.jwt.verify.issuer", TokenIssuer.ISSUER),
            Map.entry("mp.jwt.verify.publickey.algorithm", "ES256"),
            Map.entry("mp.jwt.verify.clock.skew", "30"),
            Map.entry("mp.jwt.verify.token.age", "3600"),
            Map.entry("smallrye.jwt.required.claims", "person,exp,iat"),
            Map.entry("quarkus.security.jaxrs.deny-unannotated-endpoints", "true"),
            Map.entry("quarkus.datasource.jdbc.transaction-requirement", "strict"),
            Map.entry("quarkus.transaction-manager.default-transaction-timeout", "15S"),
            Map.entry("quarkus.hibernate-orm.schema-management.strategy", "none"),
            Map.entry(
                    "quarkus.hibernate-orm.physical-naming-strategy",
                    "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy"),
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

    private static final Map<String, String> CONNECTION = Map.of(
            "statement_timeout", "10s",
            "lock_timeout", "5s",
            "idle_in_transaction_session_timeout", "15s",
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on");

    private RequiredSettings() {}

    /** @param audience the audience that tokens for this service name */
    public static void verifyConfiguration(String audience) {
        assertThat(setting("mp.jwt.verify.audiences")).isEqualTo(audience);
        CONFIGURATION.forEach(
                (name, value) -> assertThat(setting(name)).as(name).isEqualTo(value));
    }

    /**
     * Events are sent durably and without duplicates, read from the first one, and committed after they are applied.
     */
    public static void verifyKafka(Map<String, Object> producer, Map<String, Object> consumer) {
        assertThat(producer).containsEntry("acks", "all").containsEntry("enable.idempotence", true);
        assertThat(consumer)
                .containsEntry("auto.offset.reset", "earliest")
                .containsEntry("enable.auto.commit", false)
                .containsEntry("allow.auto.create.topics", false)
                .containsEntry("isolation.level", "read_committed");
    }

    /** JSON bodies are read strictly. */
    public static void verifyJson(ObjectMapper json) {
        assertThat(json.isEnabled(JsonParser.Feature.STRICT_DUPLICATE_DETECTION))
                .isTrue();
        assertThat(List.of(
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS))
                .allMatch(json::isEnabled);
        assertThat(json.isEnabled(DeserializationFeature.ACCEPT_FLOAT_AS_INT)).isFalse();
        assertThat(json.isEnabled(MapperFeature.ALLOW_COERCION_OF_SCALARS)).isFalse();
        assertThat(json.getFactory().isEnabled(JsonFactory.Feature.CHARSET_DETECTION))
                .isFalse();
        var limits = json.getFactory().streamReadConstraints();
        assertThat(limits.getMaxNestingDepth()).isEqualTo(32);
        assertThat(limits.getMaxStringLength()).isEqualTo(50_000);
        assertThat(limits.getMaxNumberLength()).isEqualTo(40);
    }

    /** The pool is small, needs a transaction, and its connections have timeouts and commit durably. */
    public static void verifyDatabase(AgroalDataSource database) {
        var pool = database.getConfiguration().connectionPoolConfiguration();
        assertThat(pool.maxSize()).isBetween(6, 8);
        assertThat(pool.acquisitionTimeout()).hasSeconds(5);
        CONNECTION.forEach((name, value) ->
                assertThat(serverSetting(database, name)).as(name).isEqualTo(value));
        // The last check, because a refused connection may return to the pool while another thread uses it.
        assertThatThrownBy(() -> {
                    try (var connection = database.getConnection();
                            var statement = connection.createStatement()) {
                        statement.executeQuery("select 1");
                    }
                })
                .isInstanceOf(SQLException.class);
    }

    /** Health, metrics and OpenAPI are on the management port only. */
    public static void verifyManagementPort() {
        var config = ConfigProvider.getConfig();
        assertThat(config.getValue("quarkus.management.port", int.class))
                .isNotEqualTo(config.getValue("quarkus.http.port", int.class));
        for (var path : new String[] {"/q/health", "/q/metrics", "/q/openapi", "/q/swagger-ui"}) {
            given().get(path).then().statusCode(404);
        }
    }

    /** Replies of every status carry the security headers. */
    public static void verifySecurityHeaders(String... paths) {
        for (var path : paths) {
            given().get(path)
                    .then()
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Content-Security-Policy", containsString("default-src 'none'"))
                    .header("Referrer-Policy", "no-referrer")
                    .header("Cache-Control", "no-store")
                    .header("Strict-Transport-Security", containsString("max-age=31536000"));
        }
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    private static String serverSetting(AgroalDataSource database, String setting) {
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
