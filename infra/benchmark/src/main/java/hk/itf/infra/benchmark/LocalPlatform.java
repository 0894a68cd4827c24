package hk.itf.infra.benchmark;

import hk.itf.infra.local.BusinessClockFile;
import hk.itf.infra.local.LocalPostgres;
import hk.itf.infra.local.Ports;
import hk.itf.infra.local.Service;
import hk.itf.infra.local.StateFolder;
import hk.itf.infra.local.TokenIssuer;
import hk.itf.infra.local.TokenRequest;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

/** What {@code ./itf up} has started. */
record LocalPlatform(StateFolder state, Ports ports, TokenIssuer issuer) {

    static LocalPlatform running(Path project, Map<String, String> environment) {
        var state = StateFolder.of(project, environment);
        return new LocalPlatform(state, Ports.from(environment), TokenIssuer.open(state.keys()));
    }

    URI at(Service service, String path) {
        return URI.create("http://127.0.0.1:" + ports.http(service) + path);
    }

    /** Somebody nobody has met, so that no quota, load cap or duty of an earlier run is in the way. */
    Client stranger(String role) {
        return new Client(this, issuer.token(TokenRequest.of("Bench-" + UUID.randomUUID(), role)));
    }

    Connection database(Service service, String schema) throws SQLException {
        var url = "jdbc:postgresql://127.0.0.1:%d/%s?currentSchema=%s"
                .formatted(ports.postgres(), service.database(), schema);
        return DriverManager.getConnection(url, service.database(), LocalPostgres.LOCAL_ONLY_PASSWORD);
    }

    LocalDate today() {
        var hongKong = ZoneId.of("Asia/Hong_Kong");
        var offset = new BusinessClockFile(state.clockOffset()).offset();
        return LocalDate.now(Clock.offset(Clock.system(hongKong), offset));
    }
}
