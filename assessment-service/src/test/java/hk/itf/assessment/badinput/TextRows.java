package hk.itf.assessment.badinput;

import static hk.itf.assessment.badinput.Bodies.conditions;
import static hk.itf.assessment.badinput.Bodies.lines;
import static hk.itf.assessment.badinput.Bodies.marks;

import hk.itf.infra.testkit.http.BadRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Texts that are blank, too long or contain forbidden characters, in every text field of the service. */
final class TextRows {

    /**
     * A text field of an operation.
     *
     * @param body makes a body with a JSON value in the field
     * @param longest the limit in characters
     */
    private record TextField(
            Operation operation, Function<String, String> body, String pointer, int longest, boolean required) {

        static TextField of(Operation operation, String pointer, int longest) {
            return new TextField(operation, operation::with, pointer, longest, true);
        }

        BadRequest<Fixture> with(String name, String json) {
            return Rows.invalid(name + " in " + pointer, operation, body.apply(json), pointer);
        }
    }

    private static final List<TextField> FIELDS = List.of(
            TextField.of(Operation.DECLARE, "/reason", 1_000),
            TextField.of(Operation.HAND_BACK, "/reason", 1_000),
            TextField.of(Operation.RECUSE, "/reason", 1_000),
            TextField.of(Operation.REASSIGN, "/reason", 1_000),
            TextField.of(Operation.SCHEDULE, "/place", 500),
            TextField.of(Operation.CANCEL, "/reason", 1_000),
            TextField.of(Operation.TAKE_OFF, "/reason", 1_000),
            TextField.of(Operation.INTEREST, "/reason", 1_000),
            TextField.of(Operation.ADVISE, "/reason", 5_000),
            TextField.of(Operation.ADJOURN, "/reason", 1_000),
            TextField.of(Operation.CLARIFY, "/question", 2_000),
            new TextField(Operation.CONFIRM, Operation.CONFIRM::with, "/reason", 5_000, false),
            TextField.of(Operation.SCORE, "/comment", 5_000),
            TextField.of(Operation.DECIDE, "/letter", 10_000),
            new TextField(Operation.DECIDE, text -> conditions("[" + text + "]"), "/conditions/0", 500, true),
            new TextField(Operation.VET, Operation.VET::with, "/reject", 5_000, false),
            new TextField(
                    Operation.VET,
                    reason -> lines("[{\"number\":1,\"accepted\":false,\"reason\":" + reason + "}]"),
                    "/lines/0/reason",
                    1_000,
                    false));

    private TextRows() {}

    static Stream<BadRequest<Fixture>> all() {
        return Stream.concat(FIELDS.stream().flatMap(TextRows::ofField), names());
    }

    private static Stream<BadRequest<Fixture>> ofField(TextField field) {
        var cases = new ArrayList<BadRequest<Fixture>>();
        cases.add(field.with("a direction override", "\"Harbour\\u202eRobotics\""));
        cases.add(field.with("one character over the limit", "\"" + "x".repeat(field.longest() + 1) + "\""));
        if (field.required()) {
            cases.add(field.with("full-width spaces", "\"\u3000\u3000\""));
        }
        return cases.stream();
    }

    /** Names of criteria come from the caller, too. */
    private static Stream<BadRequest<Fixture>> names() {
        return Stream.of(
                criterion("a criterion with control characters", "a\\u0000\\u202eb", "a\uFFFD\uFFFDb"),
                criterion("a criterion with slashes", "a/b~c", "a~1b~0c"),
                criterion("a criterion of 1,000 characters", "x".repeat(1_000), "x".repeat(63)),
                criterion("a criterion without a name", "", ""));
    }

    private static BadRequest<Fixture> criterion(String name, String criterion, String shown) {
        return BadRequest.of(
                name,
                fixture -> fixture.request(
                        Operation.SCORE,
                        marks("{\"research-content\":7,\"talent-fit\":7,\"supervision\":7,\"" + criterion + "\":7}")),
                400,
                "marks-do-not-fit",
                "/marks/" + shown);
    }
}
