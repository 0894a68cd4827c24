package hk.itf.infra.benchmark.scenario;

import static hk.itf.infra.local.Service.APPLICATIONS;
import static hk.itf.infra.local.Service.ASSESSMENT;

import hk.itf.infra.benchmark.floor.GrantFloor;
import hk.itf.infra.benchmark.lifecycle.Drafts;
import hk.itf.infra.benchmark.load.Latencies;
import hk.itf.infra.benchmark.load.Person;
import hk.itf.infra.benchmark.measure.EventBacklog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The median time of four operations at growing numbers of applications that all wait in the review queue. The applications
 * are copies of a real one, inserted by SQL with the rows of its submission and its review case.
 */
public record GrowthScenario(ScenarioContext context, GrantFloor floor) {

    private static final int WARM_UP = 20;
    private static final int MEASURED = 60;
    private static final int TASKS_PER_PERSON = 5; // the largest number that a person may hold

    public void run() {
        var before = 0;
        var first = new LinkedHashMap<String, Double>();
        var last = new LinkedHashMap<String, Double>();
        for (var size : context.plan().applications()) {
            context.progress().accept("Inserting applications up to %d ...".formatted(size));
            floor.insertCopies(context.platform(), before, size);
            before = size;
            EventBacklog.awaitEmpty(context.platform());
            var medians = measure();
            medians.forEach((operation, millis) ->
                    context.metrics().add("growth." + operation + "." + name(size), millis, "ms"));
            medians.forEach(first::putIfAbsent);
            last.putAll(medians);
        }
        first.forEach((operation, millis) -> context.metrics()
                .add("growth." + operation + ".ratio", last.getOrDefault(operation, 0.0) / millis, ""));
    }

    private Map<String, Double> measure() {
        var platform = context.platform();
        var drafts = Drafts.create(platform, context.plan().clients(), WARM_UP + MEASURED);
        var medians = new LinkedHashMap<String, Double>();
        try (var client = platform.newClient()) {
            var auditor = platform.newPerson("auditor");
            var takers = new Person[(WARM_UP + MEASURED) / TASKS_PER_PERSON];
            for (var i = 0; i < takers.length; i++) {
                takers[i] = platform.newPerson("secretariat");
            }
            medians.put(
                    "take",
                    median(i -> client.post(
                                    takers[i / TASKS_PER_PERSON],
                                    ASSESSMENT,
                                    "/queue/next",
                                    Map.of("stages", List.of("COMPLETENESS")))
                            .require(200, "The taking of a task")));
            medians.put(
                    "queue-page",
                    median(i -> client.get(auditor, ASSESSMENT, "/cases?status=OPEN&stage=COMPLETENESS&size=50")
                            .require(200, "The first page of open cases")));
            medians.put(
                    "list-page",
                    median(i -> client.get(auditor, APPLICATIONS, "/applications?size=50")
                            .require(200, "The first page of applications")));
            medians.put("submission", median(i -> drafts.submit(client, i)));
        }
        EventBacklog.awaitEmpty(platform);
        return medians;
    }

    private interface Operation {
        void run(int index);
    }

    private static double median(Operation operation) {
        var latencies = new Latencies();
        for (var i = 0; i < WARM_UP + MEASURED; i++) {
            var start = System.nanoTime();
            operation.run(i);
            if (i >= WARM_UP) {
                latencies.record(System.nanoTime() - start);
            }
        }
        return latencies.millis(50);
    }

    private static String name(int size) {
        return size >= 1_000_000 ? size / 1_000_000 + "m" : size >= 1_000 ? size / 1_000 + "k" : Integer.toString(size);
    }
}
