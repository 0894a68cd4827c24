package hk.itf.infra.endtoend.story;

import hk.itf.infra.local.BusinessClockFile;
import hk.itf.infra.local.LocalStack;
import hk.itf.infra.local.Ports;
import hk.itf.infra.local.StateFolder;
import hk.itf.infra.local.TokenIssuer;
import hk.itf.infra.local.TokenRequest;
import hk.itf.infra.local.http.ServiceClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

/** The running platform from outside: the ports of its services, its token issuer and its business clock. */
public final class Platform {

    static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");

    private final Ports ports;
    private final TokenIssuer issuer;
    private final BusinessClockFile clock;

    private Platform(Ports ports, TokenIssuer issuer, BusinessClockFile clock) {
        this.ports = ports;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** The platform that {@code ./itf up} has started. */
    public static Platform running(Path project, Map<String, String> environment) {
        var state = StateFolder.of(project, environment);
        return new Platform(
                Ports.from(environment), TokenIssuer.open(state.keys()), new BusinessClockFile(state.clockOffset()));
    }

    /** The platform that a test has started. */
    public static Platform of(LocalStack stack) {
        return new Platform(stack.ports(), stack.issuer(), stack.clock());
    }

    ServiceClient client(String token, Duration patience) {
        return new ServiceClient(ports, token, patience);
    }

    String token(String person, String... roles) {
        return issuer.token(TokenRequest.of(person, roles));
    }

    String tokenFor(String person, String organisation, String... roles) {
        return issuer.token(TokenRequest.of(person, roles).actingFor(organisation));
    }

    static UUID personId(String name) {
        return UUID.fromString(String.valueOf(TokenIssuer.personId(name)));
    }

    /** Today's date in Hong Kong in business time. */
    LocalDate today() {
        return Clock.offset(Clock.system(HONG_KONG), clock.offset())
                .instant()
                .atZone(HONG_KONG)
                .toLocalDate();
    }

    /** Moves the business clock of all services forward. */
    void passTime(Duration by) {
        clock.advance(by);
    }
}
