package hk.itf.infra.benchmark.replay;

import static hk.itf.infra.local.Service.ASSESSMENT;

import com.fasterxml.jackson.databind.JsonNode;
import hk.itf.infra.benchmark.BenchmarkException;
import hk.itf.infra.benchmark.load.LoadClient;
import hk.itf.infra.benchmark.load.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Completes review tasks of any stage and scheme by what the task itself shows.
 *
 * @param isApproved whether the grant with this id shall be approved
 */
record ReviewTasks(Predicate<String> isApproved) {

    private static final int GOOD_MARK = 8;

    /** Completes the tasks that the person still holds since an interruption. */
    void completeHeld(LoadClient client, Person person) {
        for (var held : client.get(person, ASSESSMENT, "/tasks")
                .require(200, "The list of held tasks")
                .json()) {
            complete(
                    client,
                    person,
                    client.get(person, ASSESSMENT, "/tasks/" + held.path("id").asText())
                            .require(200, "The reading of a task")
                            .json());
        }
    }

    /** Takes the next task and completes it. Returns whether there was one. */
    boolean completeNext(LoadClient client, Person person) {
        var reply = client.post(person, ASSESSMENT, "/queue/next", Map.of("stages", List.of()));
        if (reply.status() == 204) {
            return false;
        }
        complete(client, person, reply.require(200, "The taking of a task").json());
        return true;
    }

    private void complete(LoadClient client, Person person, JsonNode task) {
        var path = "/tasks/" + task.path("id").asText() + "/";
        var act = act(task);
        client.post(person, ASSESSMENT, path + act, body(act, task)).require(200, "The act " + act);
    }

    private static String act(JsonNode task) {
        var stage = task.path("stage").asText();
        return switch (stage) {
            case "COMPLETENESS" -> "completeness";
            case "ELIGIBILITY" -> "eligibility";
            case "TECHNICAL_REVIEW" -> "score-sheet";
            case "DECISION" -> "decision";
            case "CLAIM_VETTING" -> "claim-vetting";
            default -> throw new BenchmarkException("The replay knows no stage " + stage + ".");
        };
    }

    private Map<String, Object> body(String act, JsonNode task) {
        return switch (act) {
            case "completeness" -> Map.of("complete", true);
            case "eligibility" -> Map.of("eligible", true);
            case "score-sheet" -> Map.of("marks", marks(task), "comment", "Marked by the criteria.");
            case "decision" ->
                isApproved.test(task.path("grant").asText())
                        ? Map.of("outcome", "APPROVE", "letter", "The application serves the purpose of the fund.")
                        : Map.of("outcome", "DECLINE", "letter", "Other applications serve the purpose better.");
            default -> Map.of("lines", verdicts(task));
        };
    }

    private static Map<String, Integer> marks(JsonNode task) {
        var marks = new HashMap<String, Integer>();
        for (var criterion : task.at("/content/criteria")) {
            marks.put(criterion.path("id").asText(), GOOD_MARK);
        }
        return marks;
    }

    private static List<Map<String, Object>> verdicts(JsonNode task) {
        var verdicts = new ArrayList<Map<String, Object>>();
        for (var line : task.at("/content/claim/lines")) {
            verdicts.add(Map.of("number", line.path("number").asInt(), "accepted", true));
        }
        return verdicts;
    }
}
