package hk.itf.infra.endtoend;

import static hk.itf.infra.local.Service.DISBURSEMENT;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hk.itf.infra.endtoend.Journey.Outcome;
import hk.itf.infra.endtoend.story.Cast;
import hk.itf.infra.endtoend.story.Journal;
import hk.itf.infra.endtoend.story.Platform;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** {@code ./itf demo}: runs every journey on the running platform, then shows the books. Exits non-zero if anything is off. */
public final class Demo {

    /** What {@code --json} prints. */
    record Report(boolean ok, List<JourneyReport> journeys, JsonNode books) {}

    record JourneyReport(String name, boolean ok, List<Journal.Step> steps) {}

    private Demo() {}

    public static void main(String[] arguments) throws JsonProcessingException {
        var json = List.of(arguments).contains("--json");
        Consumer<String> lines = json ? line -> {} : System.out::println;
        var platform = Platform.running(Path.of(System.getProperty("itf.project", ".")), System.getenv());

        var outcomes = new ArrayList<Outcome>();
        for (var journey : Journeys.all()) {
            outcomes.add(journey.travel(platform, lines));
        }
        var auditor = new Cast(platform).auditor;
        var books = auditor.get(DISBURSEMENT, "/books").expect(200).body();
        var coherence = auditor.get(DISBURSEMENT, "/coherence").expect(200).body();
        var ok = outcomes.stream().allMatch(Outcome::ok)
                && books.path("balanced").asBoolean()
                && coherence.path("coherent").asBoolean();
        if (json) {
            System.out.println(new ObjectMapper()
                    .writeValueAsString(new Report(
                            ok,
                            outcomes.stream()
                                    .map(each -> new JourneyReport(each.name(), each.ok(), each.steps()))
                                    .toList(),
                            books)));
        } else {
            summary(outcomes, books, coherence, lines);
            lines.accept(
                    ok
                            ? "\nAll is well. The stack is still running: ./itf status, ./itf down."
                            : "\nSomething is off.");
        }
        System.exit(ok ? 0 : 1);
    }

    private static void summary(List<Outcome> outcomes, JsonNode books, JsonNode coherence, Consumer<String> lines) {
        lines.accept("\n%-82s %6s  %s".formatted("journey", "steps", "outcome"));
        outcomes.forEach(each -> lines.accept("%-82s %6d  %s"
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
        lines.accept("the books " + (books.path("balanced").asBoolean() ? "balance" : "DO NOT BALANCE")
                + "; every balance sums to " + books.at("/total/amount").asText());
        for (var check : coherence.path("checks")) {
            lines.accept("%-4s %s %s"
                    .formatted(
                            check.path("ok").asBoolean() ? "ok" : "OFF",
                            check.path("law").asText(),
                            check.path("ok").asBoolean()
                                    ? ""
                                    : check.path("detail").asText()));
        }
    }
}
