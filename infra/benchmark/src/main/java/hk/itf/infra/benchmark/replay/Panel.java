package hk.itf.infra.benchmark.replay;

import static hk.itf.infra.local.Service.ASSESSMENT;

import com.fasterxml.jackson.databind.JsonNode;
import hk.itf.infra.benchmark.BenchmarkException;
import hk.itf.infra.benchmark.LocalPlatform;
import hk.itf.infra.benchmark.load.HttpReply;
import hk.itf.infra.benchmark.load.LoadClient;
import hk.itf.infra.benchmark.load.Person;
import java.util.List;
import java.util.Map;

/** The panel of R&D projects: three members support every case that is at its panel stage. */
final class Panel {

    private static final String SCHEME = "itsp-platform";

    private final LocalPlatform platform;
    private final Person secretary;
    private final Person chair;
    private final List<Person> members;

    Panel(LocalPlatform platform) {
        this.platform = platform;
        secretary = platform.person("Replay-panel-secretary", "secretariat");
        chair = platform.person("Replay-panel-chair", "panel-chair", "panel-member");
        members = List.of(
                chair,
                platform.person("Replay-panel-member-1", "panel-member"),
                platform.person("Replay-panel-member-2", "panel-member"));
    }

    /** Ends the meetings of an interruption, then holds one for the cases that wait for the panel. */
    void meet(LoadClient client) {
        var open = client.get(chair, ASSESSMENT, "/panel-meetings?status=OPEN&size=100")
                .require(200, "The list of panel meetings")
                .json();
        for (var meeting : open.path("items")) {
            conclude(client, "/panel-meetings/" + meeting.path("id").asText());
        }
        var cases = client.get(secretary, ASSESSMENT, "/cases?status=OPEN&stage=PANEL&size=100")
                .require(200, "The cases at their panel stage")
                .json()
                .path("items");
        if (!cases.isEmpty()) {
            hold(client, cases);
        }
    }

    private void hold(LoadClient client, JsonNode cases) {
        var meeting = "/panel-meetings/"
                + client.post(
                                secretary,
                                ASSESSMENT,
                                "/panel-meetings",
                                Map.of(
                                        "scheme",
                                        SCHEME,
                                        "heldOn",
                                        platform.today().toString(),
                                        "place",
                                        "Room 3"))
                        .require(201, "The scheduling of a panel meeting")
                        .json()
                        .path("id")
                        .asText();
        for (var each : cases) {
            tolerant(
                    client.post(
                            secretary,
                            ASSESSMENT,
                            meeting + "/agenda",
                            Map.of("reviewCase", each.path("id").asText())),
                    201);
        }
        client.post(chair, ASSESSMENT, meeting + "/opening", Map.of()).require(200, "The opening of a meeting");
        conclude(client, meeting);
    }

    private void conclude(LoadClient client, String meeting) {
        for (var member : members) {
            tolerant(client.post(member, ASSESSMENT, meeting + "/attendance", Map.of()), 200);
        }
        var agenda = client.get(chair, ASSESSMENT, meeting)
                .require(200, "The reading of a meeting")
                .json()
                .path("agenda");
        for (var line : agenda) {
            var item = "/agenda-items/" + line.path("item").asText() + "/";
            switch (line.path("status").asText()) {
                case "LISTED" -> {
                    everyMember(client, item + "independence", Map.of());
                    client.post(chair, ASSESSMENT, item + "call", Map.of()).require(200, "The calling of a case");
                    voteAndClose(client, item);
                }
                case "CALLED" -> voteAndClose(client, item);
                default -> {
                    // concluded before the interruption
                }
            }
        }
        client.post(chair, ASSESSMENT, meeting + "/closing", Map.of()).require(200, "The closing of a meeting");
    }

    private void voteAndClose(LoadClient client, String item) {
        everyMember(client, item + "vote", Map.of("vote", "SUPPORT"));
        client.post(chair, ASSESSMENT, item + "closing", Map.of("reason", "A sound plan with a market."))
                .require(200, "The closing of a vote");
    }

    private void everyMember(LoadClient client, String path, Object body) {
        for (var member : members) {
            tolerant(client.post(member, ASSESSMENT, path, body), 200);
        }
    }

    /** A conflict means that the act was done before an interruption. */
    private static void tolerant(HttpReply reply, int expected) {
        if (reply.status() != expected && reply.status() != 409) {
            throw new BenchmarkException(
                    "An act of the panel was answered with %d: %s".formatted(reply.status(), reply.text()));
        }
    }
}
