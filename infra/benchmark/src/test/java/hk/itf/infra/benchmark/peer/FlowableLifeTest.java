package hk.itf.infra.benchmark.peer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import hk.itf.infra.benchmark.load.LoadClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The requests of one life, against a server that knows the tasks of the process and nothing else. */
class FlowableLifeTest {

    private static final Path PROCESS = Path.of("peers/src/main/resources/processes/grant.bpmn20.xml");

    private final List<String> completed = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/process-api/runtime/process-instances", exchange -> answer(exchange, 201, "{\"id\":\"p1\"}"));
        server.createContext("/process-api/runtime/tasks", this::tasks);
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void completesEveryTaskOfProcessOnce() throws Exception {
        try (var client = LoadClient.of(server.getAddress().getPort())) {
            FlowableLife.live(client, 1);
            assertThat(client.calls()).isEqualTo(28);
        }
        assertThat(completed).containsExactlyElementsOf(tasksOfProcess());
    }

    /** A task is found under its key, which is also its id here. */
    private void tasks(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            var key = exchange.getRequestURI().getQuery().replaceAll(".*taskDefinitionKey=", "");
            answer(exchange, 200, "{\"data\":[{\"id\":\"" + key + "\"}]}");
            return;
        }
        var act = new ObjectMapper().readValue(exchange.getRequestBody(), Map.class);
        if ("complete".equals(act.get("action"))) {
            completed.add(exchange.getRequestURI().getPath().replaceAll(".*/", ""));
        }
        answer(exchange, 200, "{}");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {

        var bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static List<String> tasksOfProcess() throws Exception {
        var tasks = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(PROCESS.toFile())
                .getElementsByTagName("userTask");
        return IntStream.range(0, tasks.getLength())
                .mapToObj(i -> ((Element) tasks.item(i)).getAttribute("id"))
                .toList();
    }
}
