package hk.itf.infra.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The loopback ports of one local stack: TCP port numbers, all different. */
public record Ports(
        int applications,
        int assessment,
        int disbursement,
        int applicationsManagement,
        int assessmentManagement,
        int disbursementManagement,
        int postgres,
        int kafka,
        int tokens) {

    public Ports {
        var all = List.of(
                applications,
                assessment,
                disbursement,
                applicationsManagement,
                assessmentManagement,
                disbursementManagement,
                postgres,
                kafka,
                tokens);
        for (var port : all) {
            if (port < 1 || port > 65_535) {
                throw new LocalStackException("%d is not a port: a port is between 1 and 65535.".formatted(port));
            }
        }
        if (all.stream().distinct().count() < all.size()) {
            throw new LocalStackException("Two parts of the local stack were given the same port: %s.".formatted(all));
        }
    }

    /** The usual ports, each moved by its variable where the environment sets it. */
    public static Ports from(Map<String, String> environment) {
        var chosen = new EnumMap<PortUse, Integer>(PortUse.class);
        for (var use : PortUse.values()) {
            chosen.put(use, read(use, environment));
        }
        return of(chosen);
    }

    /** Ports that nobody listens on at this moment, for tests. */
    public static Ports free() {
        var sockets = new ArrayList<ServerSocket>();
        try {
            var chosen = new EnumMap<PortUse, Integer>(PortUse.class);
            for (var use : PortUse.values()) {
                var socket = listen(0); // all are held until the last is found, so that they differ
                sockets.add(socket);
                chosen.put(use, socket.getLocalPort());
            }
            return of(chosen);
        } catch (IOException e) {
            throw new LocalStackException("No free ports were found on the loopback address.", e);
        } finally {
            sockets.forEach(Ports::close);
        }
    }

    /** One port that nobody listens on at this moment. */
    public static int freePort() {
        try (var socket = listen(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new LocalStackException("No free port was found on the loopback address.", e);
        }
    }

    public int of(PortUse use) {
        return switch (use) {
            case APPLICATIONS -> applications;
            case ASSESSMENT -> assessment;
            case DISBURSEMENT -> disbursement;
            case APPLICATIONS_MANAGEMENT -> applicationsManagement;
            case ASSESSMENT_MANAGEMENT -> assessmentManagement;
            case DISBURSEMENT_MANAGEMENT -> disbursementManagement;
            case POSTGRES -> postgres;
            case KAFKA -> kafka;
            case TOKENS -> tokens;
        };
    }

    public int http(Service service) {
        return of(httpUse(service));
    }

    public int management(Service service) {
        return of(managementUse(service));
    }

    public static PortUse httpUse(Service service) {
        return switch (service) {
            case APPLICATIONS -> PortUse.APPLICATIONS;
            case ASSESSMENT -> PortUse.ASSESSMENT;
            case DISBURSEMENT -> PortUse.DISBURSEMENT;
        };
    }

    public static PortUse managementUse(Service service) {
        return switch (service) {
            case APPLICATIONS -> PortUse.APPLICATIONS_MANAGEMENT;
            case ASSESSMENT -> PortUse.ASSESSMENT_MANAGEMENT;
            case DISBURSEMENT -> PortUse.DISBURSEMENT_MANAGEMENT;
        };
    }

    /** Refuses when any of these ports is taken. */
    public void requireFree() {
        requireFree(Arrays.asList(PortUse.values()));
    }

    /** Refuses when a port of one of these uses is taken, naming the port, its owner and the variable to change. */
    public void requireFree(Collection<PortUse> uses) {
        for (var use : uses) {
            try {
                close(listen(of(use)));
            } catch (IOException e) {
                throw new LocalStackException(
                        "Port %d, which %s would use, is taken by another program: stop that program or set %s to a free port."
                                .formatted(of(use), use.owner(), use.variable()),
                        e);
            }
        }
    }

    private static Ports of(Map<PortUse, Integer> chosen) {
        return new Ports(
                chosen.getOrDefault(PortUse.APPLICATIONS, 0),
                chosen.getOrDefault(PortUse.ASSESSMENT, 0),
                chosen.getOrDefault(PortUse.DISBURSEMENT, 0),
                chosen.getOrDefault(PortUse.APPLICATIONS_MANAGEMENT, 0),
                chosen.getOrDefault(PortUse.ASSESSMENT_MANAGEMENT, 0),
                chosen.getOrDefault(PortUse.DISBURSEMENT_MANAGEMENT, 0),
                chosen.getOrDefault(PortUse.POSTGRES, 0),
                chosen.getOrDefault(PortUse.KAFKA, 0),
                chosen.getOrDefault(PortUse.TOKENS, 0));
    }

    private static int read(PortUse use, Map<String, String> environment) {
        var text = environment.getOrDefault(use.variable(), "");
        try {
            return text.isBlank() ? use.usual() : Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new LocalStackException(
                    "%s is set to \"%s\", which is not a port.".formatted(use.variable(), text), e);
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        var socket = new ServerSocket();
        try {
            socket.setReuseAddress(true); // as the servers themselves do: a connection that just closed is no obstacle
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return socket;
        } catch (IOException e) {
            close(socket);
            throw e;
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new LocalStackException("A port that was only looked at could not be let go.", e);
        }
    }
}
