package hk.itf.assessment.badinput;

import static hk.itf.assessment.badinput.Bodies.conditions;
import static hk.itf.assessment.badinput.Bodies.lines;
import static hk.itf.assessment.badinput.Bodies.marks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every text that a vetter can write: of another type, blank, too long, or with characters that must be stored nowhere. */
final class TextCases {

    /** As JSON escapes them. */
    private static final Map<String, String> CHARACTERS = Map.of(
            "U+0000", "\\u0000",
            "an escape character", "\\u001b",
            "a C1 control", "\\u0085",
            "a lone high surrogate", "\\ud800",
            "a lone low surrogate", "\\udc00",
            "a direction override", "\\u202e",
            "a direction isolate", "\\u2066");

    /**
     * A place for text.
     *
     * @param body with a JSON value in that place
     * @param required whether it must say something
     */
    private record Place(Act act, Function<String, String> body, String pointer, int longest, boolean required) {

        static Place of(Act act, String pointer, int longest) {
            return new Place(act, act::with, pointer, longest, true);
        }

        BadInput with(String name, String json) {
            return BadInput.invalid(name + " in " + pointer, act, body.apply(json), pointer);
        }
    }

    private static final List<Place> PLACES = List.of(
            Place.of(Act.DECLARE, "/reason", 1_000),
            Place.of(Act.HAND_BACK, "/reason", 1_000),
            Place.of(Act.RECUSE, "/reason", 1_000),
            Place.of(Act.REASSIGN, "/reason", 1_000),
            Place.of(Act.SCHEDULE, "/place", 500),
            Place.of(Act.CANCEL, "/reason", 1_000),
            Place.of(Act.TAKE_OFF, "/reason", 1_000),
            Place.of(Act.INTEREST, "/reason", 1_000),
            Place.of(Act.ADVISE, "/reason", 5_000),
            Place.of(Act.ADJOURN, "/reason", 1_000),
            Place.of(Act.CLARIFY, "/question", 2_000),
            new Place(Act.CONFIRM, Act.CONFIRM::with, "/reason", 5_000, false),
            Place.of(Act.SCORE, "/comment", 5_000),
            Place.of(Act.DECIDE, "/letter", 10_000),
            new Place(Act.DECIDE, text -> conditions("[" + text + "]"), "/conditions/0", 500, true),
            new Place(Act.VET, Act.VET::with, "/reject", 5_000, false),
            new Place(
                    Act.VET,
                    reason -> lines("[{\"number\":1,\"accepted\":false,\"reason\":" + reason + "}]"),
                    "/lines/0/reason",
                    1_000,
                    false));

    private TextCases() {}

    static Stream<BadInput> all() {
        return Stream.concat(PLACES.stream().flatMap(TextCases::inEvery), names());
    }

    private static Stream<BadInput> inEvery(Place place) {
        var cases = new ArrayList<BadInput>();
        CHARACTERS.forEach((name, character) -> cases.add(place.with(name, "\"Harbour" + character + "Robotics\"")));
        cases.add(place.with("a number", "7"));
        cases.add(place.with("a boolean", "true"));
        cases.add(place.with("an array", "[\"A\"]"));
        cases.add(place.with("one character too many", "\"" + "x".repeat(place.longest() + 1) + "\""));
        if (place.required()) {
            cases.add(place.with("null", "null"));
            cases.add(place.with("nothing", "\"\""));
            cases.add(place.with("blanks", "\" \\t\\n\""));
            cases.add(place.with("full-width blanks", "\"\u3000\u3000\""));
        }
        return cases.stream();
    }

    /** Marks have names that people could write into. */
    private static Stream<BadInput> names() {
        return Stream.of(
                criterion("a criterion with controls", "a\\u0000\\u202eb", "a\uFFFD\uFFFDb"),
                criterion("a criterion with slashes", "a/b~c", "a~1b~0c"),
                criterion("a criterion that is long", "x".repeat(1_000), "x".repeat(63)),
                criterion("a criterion without a name", "", ""),
                BadInput.of(
                        "a criterion that is a lone surrogate",
                        scene -> scene.does(Act.SCORE, marks("{\"\\udc00\":1}")),
                        400,
                        "malformed-json",
                        "/marks"));
    }

    private static BadInput criterion(String name, String criterion, String shown) {
        return BadInput.of(
                name,
                scene -> scene.does(
                        Act.SCORE,
                        marks("{\"research-content\":7,\"talent-fit\":7,\"supervision\":7,\"" + criterion + "\":7}")),
                400,
                "marks-do-not-fit",
                "/marks/" + shown);
    }
}
