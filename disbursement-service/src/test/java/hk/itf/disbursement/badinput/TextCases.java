package hk.itf.disbursement.badinput;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

/** Characters that must be stored nowhere, and lengths, in every text a person can send. */
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

    private TextCases() {}

    static Stream<BadInput> all() {
        return Stream.concat(
                Arrays.stream(Act.values()).filter(act -> !act.text().isEmpty()).flatMap(TextCases::everyText),
                Stream.of(
                        BadInput.field("a reference of two lines", Act.CASH, "bankReference", "\"FT\\n1\""),
                        BadInput.field("a holder of two lines", Act.FILE, "holder", "\"Harbour\\nRobotics\""),
                        BadInput.field("a holder with a tab", Act.FILE, "holder", "\"Harbour\\tRobotics\"")));
    }

    private static Stream<BadInput> everyText(Act act) {
        var characters = CHARACTERS.entrySet().stream()
                .map(each ->
                        BadInput.field(each.getKey(), act, act.text(), "\"Harbour" + each.getValue() + "Robotics\""));
        var lengths = Stream.of(
                BadInput.field("an empty text", act, act.text(), "\"\""),
                BadInput.field("a blank text", act, act.text(), "\" \\u3000 \""),
                BadInput.field("a text that is too long", act, act.text(), "\"" + "x".repeat(1001) + "\""),
                BadInput.field("null for a text", act, act.text(), "null"),
                BadInput.field("a number for a text", act, act.text(), "7"),
                BadInput.field("a boolean for a text", act, act.text(), "true"),
                BadInput.field("a list for a text", act, act.text(), "[\"x\"]"),
                BadInput.field("an object for a text", act, act.text(), "{\"en\":\"x\"}"),
                BadInput.invalid("no text", act, act.without(act.text()), "/" + act.text()),
                BadInput.field("an unknown field", act, "colour", "\"red\""),
                BadInput.invalid("an empty body", act, "", ""),
                BadInput.invalid("a literal null", act, "null", ""),
                BadInput.of(
                        act + ": a list", scene -> scene.does(act, "[" + act.good() + "]"), 400, "malformed-json", ""));
        return Stream.concat(characters, lengths);
    }
}
