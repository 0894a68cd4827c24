package hk.itf.infra.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The TCP ports of one local stack on the loopback address, all different.
 *
 * @param numbers the port of every use
 */
public record Ports(Map<PortUse, Integer> numbers) {

    private static final int MAX = 65_535;

    public Ports {
        numbers = Map.copyOf(numbers);
        for (var use : PortUse.values()) {
            var number = Objects.requireNonNull(numbers.get(use), use.name());
            if (number < 1 || number > MAX) {
                throw new LocalStackException(
                        "%d is not a port. A port is a number between 1 and %d.".formatted(number, MAX));
            }
        }
        if (new HashSet<>(numbers.values()).size() < numbers.size()) {
            throw new LocalStackException("Two servers of the local stack have the same port: %s. Give each its own."
                    .formatted(new TreeMap<>(numbers)));
        }
    }

    /** The default ports, except where an environment variable names another one. */
    public static Ports from(Map<String, String> environment) {
        var chosen = new EnumMap<PortUse, Integer>(PortUse.class);
        for (var use : PortUse.values()) {
            chosen.put(use, read(use, environment));
        }
        return new Ports(chosen);
    }

    /** Ports that no program uses at this moment, for tests. */
    public static Ports free() {
        var sockets = new ArrayList<ServerSocket>();
        try {
            var chosen = new EnumMap<PortUse, Integer>(PortUse.class);
            for (var use : PortUse.values()) {
                var socket = listen(0); // stays open until all ports are found, so that they differ
                sockets.add(socket);
                chosen.put(use, socket.getLocalPort());
            }
            return new Ports(chosen);
        } catch (IOException e) {
            throw new LocalStackException("The loopback address has no free ports.", e);
        } finally {
            sockets.forEach(Ports::close);
        }
    }

    /** One port that no program uses at this moment. */
    public static int freePort() {
        try (var socket = listen(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new LocalStackException("The loopback address has no free port.", e);
        }
    }

    /** The same ports, except that the service has free ones of its own: for another replica of the service. */
    public Ports withFreePortsOf(Service service) {
        var free = free();
        var changed = new EnumMap<PortUse, Integer>(numbers);
        for (var use : new PortUse[] {httpUse(service), managementUse(service)}) {
            changed.put(use, free.of(use));
        }
        return new Ports(changed);
    }

    public int of(PortUse use) {
        return Objects.requireNonNull(numbers.get(use));
    }

    public int postgres() {
        return of(PortUse.POSTGRES);
    }

    public int kafka() {
        return of(PortUse.KAFKA);
    }

    /** Port on which the broker lets only the services in, each with its own permissions. */
    public int kafkaForServices() {
        return of(PortUse.KAFKA_SERVICES);
    }

    public int tokens() {
        return of(PortUse.TOKENS);
    }

    /** Port of the service's public API. */
    public int http(Service service) {
        return of(httpUse(service));
    }

    /** Port of the service's health checks and API pages. */
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

    /** @throws LocalStackException if another program uses one of these ports */
    public void requireFree() {
        requireFree(Arrays.asList(PortUse.values()));
    }

    /** @throws LocalStackException naming the port, its owner and the variable to change, if another program uses one */
    public void requireFree(Collection<PortUse> uses) {
        for (var use : uses) {
            try {
                close(listen(of(use)));
            } catch (IOException e) {
                throw new LocalStackException(
                        "Another program uses port %d, which %s needs. Stop that program or set %s to a free port."
                                .formatted(of(use), use.owner(), use.variable()),
                        e);
            }
        }
    }

    private static int read(PortUse use, Map<String, String> environment) {
        var text = environment.getOrDefault(use.variable(), "");
        try {
            return text.isBlank() ? use.defaultPort() : Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new LocalStackException(
                    "%s is set to \"%s\", which is not a port. A port is a number between 1 and 65535."
                            .formatted(use.variable(), text),
                    e);
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        var socket = new ServerSocket();
        try {
            socket.setReuseAddress(true); // as the servers do, so that a connection just closed does not block the port
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
            throw new LocalStackException("A tested port could not be released.", e);
        }
    }
}
