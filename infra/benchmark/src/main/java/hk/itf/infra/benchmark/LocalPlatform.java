package hk.itf.infra.benchmark;

import hk.itf.infra.local.BusinessClockFile;
import hk.itf.infra.local.LocalPostgres;
import hk.itf.infra.local.LocalStack;
import hk.itf.infra.local.Ports;
import hk.itf.infra.local.StateFolder;
import hk.itf.infra.local.TokenIssuer;
import hk.itf.infra.local.TokenRequest;
import hk.itf.infra.local.http.ServiceClient;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

/**
 * The running platform: three services, PostgreSQL and the token issuer.
 *
 * @param project the root folder of the checkout
 */
record LocalPlatform(Path project, StateFolder state, Ports ports, TokenIssuer issuer) {

    /** The platform that {@code ./itf up} has started. */
    static LocalPlatform running(Path project, Map<String, String> environment) {
        var state = StateFolder.of(project, environment);
        return new LocalPlatform(project, state, Ports.from(environment), TokenIssuer.open(state.keys()));
    }

    /** The platform that a test has started. */
    static LocalPlatform of(Path project, LocalStack stack) {
        return new LocalPlatform(project, stack.state(), stack.ports(), stack.issuer());
    }

    /** A person with a random name, who holds no duty, task or allowance of an earlier run. */
    BenchmarkPerson newPerson(String role) {
        var token = issuer.token(TokenRequest.of("Bench-" + UUID.randomUUID(), role));
        return new BenchmarkPerson(new ServiceClient(ports, token, Duration.ZERO));
    }

    /** Connects to the database as its owner. The caller closes the connection. */
    Connection database(String name) throws SQLException {
        return LocalPostgres.connect(ports.postgres(), name);
    }

    /** Today's date in Hong Kong in business time. */
    LocalDate today() {
        var hongKong = ZoneId.of("Asia/Hong_Kong");
        var offset = new BusinessClockFile(state.clockOffset()).offset();
        return LocalDate.now(Clock.offset(Clock.system(hongKong), offset));
    }
}
