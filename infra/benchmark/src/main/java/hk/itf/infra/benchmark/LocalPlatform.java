package hk.itf.infra.benchmark;

import hk.itf.infra.benchmark.load.LoadClient;
import hk.itf.infra.benchmark.load.Person;
import hk.itf.infra.local.BusinessClockFile;
import hk.itf.infra.local.LocalPostgres;
import hk.itf.infra.local.LocalStack;
import hk.itf.infra.local.Ports;
import hk.itf.infra.local.StateFolder;
import hk.itf.infra.local.TokenIssuer;
import hk.itf.infra.local.TokenRequest;
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
public record LocalPlatform(Path project, StateFolder state, Ports ports, TokenIssuer issuer) {

    /** The platform that {@code ./itf up} has started. */
    public static LocalPlatform running(Path project, Map<String, String> environment) {
        var state = StateFolder.of(project, environment);
        return new LocalPlatform(project, state, Ports.from(environment), TokenIssuer.open(state.keys()));
    }

    /** The platform that a test has started. */
    public static LocalPlatform of(Path project, LocalStack stack) {
        return new LocalPlatform(project, stack.state(), stack.ports(), stack.issuer());
    }

    /** A person with a random name, who holds no duty, task or allowance of an earlier run. */
    public Person newPerson(String... roles) {
        return person(TokenRequest.of("Bench-" + UUID.randomUUID(), roles));
    }

    /** The person of this name, who keeps tasks and duties from one run to the next. */
    public Person person(String name, String... roles) {
        return person(TokenRequest.of(name, roles));
    }

    /** The same person with a token that names an organisation the person acts for. */
    public Person actingFor(Person applicant, String organisation) {
        return person(TokenRequest.of(applicant.name(), "applicant").actingFor(organisation));
    }

    private Person person(TokenRequest request) {
        return new Person(request.personName(), "Bearer " + issuer.token(request));
    }

    /** A client of its own connections, which the caller closes. */
    public LoadClient newClient() {
        return new LoadClient(ports);
    }

    /** How far business time is ahead of real time. */
    public Duration clockOffset() {
        return new BusinessClockFile(state.clockOffset()).offset();
    }

    /** Moves the business clock of all services forward. */
    public void passTime(Duration by) {
        new BusinessClockFile(state.clockOffset()).advance(by);
    }

    /** Connects to the database as its owner. The caller closes the connection. */
    public Connection database(String name) throws SQLException {
        return LocalPostgres.connect(ports.postgres(), name);
    }

    /** Connects to the server as its administrator. The caller closes the connection. */
    public Connection administrator() throws SQLException {
        return LocalPostgres.administrator(ports.postgres(), "postgres");
    }

    /** Today's date in Hong Kong in business time. */
    public LocalDate today() {
        var hongKong = ZoneId.of("Asia/Hong_Kong");
        var offset = new BusinessClockFile(state.clockOffset()).offset();
        return LocalDate.now(Clock.offset(Clock.system(hongKong), offset));
    }
}
