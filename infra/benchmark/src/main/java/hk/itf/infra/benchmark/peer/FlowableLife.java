package hk.itf.infra.benchmark.peer;

import hk.itf.infra.benchmark.load.LoadClient;
import hk.itf.infra.benchmark.load.Person;
import hk.itf.infra.local.Service;
import java.util.List;
import java.util.Map;

/**
 * One grant from the draft to the booking by the bank. Staff claim a task before they complete it, as assessors take a task of
 * the review queue; applicants, finance staff and the bank complete theirs at once.
 */
final class FlowableLife {

    /** Flowable is not asked who sends a request. */
    static final Person ANYBODY = new Person("anybody", "Bearer none");

    /** A {@link LoadClient} of one server reaches it under every service. */
    static final Service SERVER = Service.APPLICATIONS;

    private static final String TASKS = "/process-api/runtime/tasks";

    private final LoadClient client;
    private final String process;

    private FlowableLife(LoadClient client, String process) {
        this.client = client;
        this.process = process;
    }

    static void live(LoadClient client, int index) {
        var answers = List.of(
                variable("title", "Research post " + index),
                variable("organisation", "Harbour Cranes Limited"),
                variable("duties", "Designs the control software of a harbour crane."),
                variable("months", 3),
                variable("salaryCents", 3_000_000));
        var started = client.post(
                        ANYBODY,
                        SERVER,
                        "/process-api/runtime/process-instances",
                        Map.of("processDefinitionKey", "grant", "variables", answers))
                .require(201, "The start of a process");
        var life = new FlowableLife(client, started.json().path("id").asText());
        life.complete("submission");
        life.claimAndComplete("completeness", variable("complete", true));
        life.claimAndComplete("first-assessment", variable("score1", 8));
        life.claimAndComplete("second-assessment", variable("score2", 7));
        life.claimAndComplete("decision", variable("awardedCents", 12_000_000));
        life.complete("acceptance");
        life.complete("claim", variable("claimedCents", 12_000_000));
        life.claimAndComplete("vetting", variable("acceptedCents", 12_000_000));
        life.complete("preparation");
        life.complete("release");
        life.complete("booking", variable("paidCents", 12_000_000));
    }

    private void claimAndComplete(String step, Map<String, Object> result) {
        var task = find(step);
        act(task, Map.of("action", "claim", "assignee", step + "-officer"));
        act(task, Map.of("action", "complete", "variables", List.of(result)));
    }

    private void complete(String step) {
        act(find(step), Map.of("action", "complete"));
    }

    private void complete(String step, Map<String, Object> result) {
        act(find(step), Map.of("action", "complete", "variables", List.of(result)));
    }

    private String find(String step) {
        return client.get(ANYBODY, SERVER, TASKS + "?processInstanceId=" + process + "&taskDefinitionKey=" + step)
                .require(200, "The look for a task")
                .json()
                .path("data")
                .path(0)
                .path("id")
                .asText();
    }

    private void act(String task, Map<String, Object> body) {
        client.post(ANYBODY, SERVER, TASKS + "/" + task, body).require(200, "An act on a task");
    }

    private static Map<String, Object> variable(String name, Object value) {
        return Map.of("name", name, "value", value);
    }
}
