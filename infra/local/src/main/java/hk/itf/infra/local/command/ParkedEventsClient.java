package hk.itf.infra.local.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import hk.itf.infra.local.LocalStackException;
import hk.itf.infra.local.Service;
import hk.itf.infra.local.http.ServiceClient;
import hk.itf.infra.local.http.ServiceReply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The parked events of one service and the records it has set aside, as its operators see them. */
record ParkedEventsClient(Service service, ServiceClient client) {

    private static final String RESOURCE = "/operations/parked-events";
    private static final ObjectMapper JSON = new ObjectMapper();

    List<ParkedEvent> parked() {
        return list(RESOURCE, new TypeReference<>() {});
    }

    List<SetAsideRecord> setAside() {
        return list("/operations/set-aside-records", new TypeReference<>() {});
    }

    private <T> List<T> list(String path, TypeReference<List<T>> type) {
        try {
            return JSON.readValue(requireSuccess(client.get(service, path)).body(), type);
        } catch (JsonProcessingException e) {
            throw new LocalStackException(
                    "The answer of the %s service to %s cannot be read.".formatted(service.word(), path), e);
        }
    }

    void replay(ParkedEvent event) {
        requireSuccess(client.post(service, path(event, "replay"), Map.of(), null));
    }

    void drop(ParkedEvent event, String reason) {
        requireSuccess(client.post(service, path(event, "drop"), Map.of("reason", reason), null));
    }

    void accept(ParkedEvent event, String reason) {
        requireSuccess(client.post(service, path(event, "accept"), Map.of("reason", reason), null));
    }

    private static String path(ParkedEvent event, String act) {
        return String.join("/", RESOURCE, encode(event.source()), encode(event.type()), encode(event.id()), act);
    }

    private ServiceReply requireSuccess(ServiceReply reply) {
        if (reply.status() / 100 != 2) {
            throw new LocalStackException("The %s service refused the request with status %d: %s"
                    .formatted(service.word(), reply.status(), reply.body().strip()));
        }
        return reply;
    }

    private static String encode(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
