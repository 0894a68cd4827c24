package hk.itf.infra.endtoend;

import static hk.itf.infra.local.Service.DISBURSEMENT;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hk.itf.infra.endtoend.Journey.Result;
import hk.itf.infra.endtoend.story.People;
import hk.itf.infra.endtoend.story.Platform;
import hk.itf.infra.endtoend.story.StepLog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The program behind {@code ./itf demo}: runs every journey on the running platform, then prints the books. Its exit status is
 * 1 if a journey failed or the books are not coherent.
 */
public final class Demo {

    /** The JSON object that {@code --json} prints. */
    record Report(boolean ok, List<JourneyReport> journeys, JsonNode books) {}

    record JourneyReport(String name, boolean ok, List<StepLog.Step> steps) {}

    private Demo() {}

    public static void main(String[] arguments) throws JsonProcessingException {
        var json = List.of(arguments).contains("--json");
        Consumer<String> lines = json ? line -> {} : System.out::println;
        var platform = Platform.running(Path.of(System.getProperty("itf.project", ".")), System.getenv());

        var results = new ArrayList<Result>();
        for (var journey : Journeys.all()) {
            results.add(journey.run(platform, lines));
        }
        var auditor = new People(platform).auditor;
        var books = auditor.get(DISBURSEMENT, "/books").expect(200).body();
        var coherence = auditor.get(DISBURSEMENT, "/coherence").expect(200).body();
        var ok = results.stream().allMatch(Result::ok)
                && books.path("balanced").asBoolean()
                && coherence.path("coherent").asBoolean();
        if (json) {
            System.out.println(new ObjectMapper()
                    .writeValueAsString(new Report(
                            ok,
                            results.stream()
                                    .map(each -> new JourneyReport(each.name(), each.ok(), each.steps()))
                                    .toList(),
                            books)));
        } else {
            summary(results, books, coherence, lines);
            lines.accept(
                    ok
                            ? "\nEvery journey reached its end and the books are coherent. The stack still runs: ./itf status, ./itf down."
                            : "\nThe demo failed: see the lines with FAILED, DO NOT BALANCE or BROKEN above.");
        }
        System.exit(ok ? 0 : 1);
    }

    private static void summary(List<Result> results, JsonNode books, JsonNode coherence, Consumer<String> lines) {
        lines.accept("\n%-82s %6s  %s".formatted("journey", "steps", "result"));
        results.forEach(each -> lines.accept("%-82s %6d  %s"
                .formatted(each.name(), each.steps().size(), each.ok() ? "ok" : "FAILED: " + each.failure())));
        lines.accept("\n%-60s %18s %18s %18s".formatted("account", "opening", "movements", "balance"));
        for (var account : books.path("accounts")) {
            lines.accept("%-60s %18s %18s %18s"
                    .formatted(
                            account.path("account").asText(),
                            account.at("/opening/amount").asText(),
                            account.at("/movements/amount").asText(),
                            account.at("/balance/amount").asText()));
        }
        lines.accept("The books " + (books.path("balanced").asBoolean() ? "balance" : "DO NOT BALANCE")
                + ". The sum of all balances is " + books.at("/total/amount").asText() + ".");
        for (var check : coherence.path("checks")) {
            lines.accept("%-6s %s %s"
                    .formatted(
                            check.path("ok").asBoolean() ? "ok" : "BROKEN",
                            check.path("law").asText(),
                            check.path("ok").asBoolean()
                                    ? ""
                                    : check.path("detail").asText()));
        }
    }
}
