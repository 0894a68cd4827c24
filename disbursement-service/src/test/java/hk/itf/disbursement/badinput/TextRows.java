package hk.itf.disbursement.badinput;

import hk.itf.infra.testkit.http.BadRequest;
import java.util.Arrays;
import java.util.stream.Stream;

/** Texts that are blank, too long or contain forbidden characters, in every text field of the service. */
final class TextRows {

    private TextRows() {}

    static Stream<BadRequest<Fixture>> all() {
        return Stream.concat(
                Arrays.stream(Operation.values())
                        .filter(operation -> !operation.text().isEmpty())
                        .flatMap(TextRows::ofText),
                Stream.of(
                        Rows.field("a reference of two lines", Operation.CASH, "bankReference", "\"FT\\n1\""),
                        Rows.field("a holder of two lines", Operation.FILE, "holder", "\"Harbour\\nRobotics\""),
                        Rows.field("a holder with a tab", Operation.FILE, "holder", "\"Harbour\\tRobotics\"")));
    }

    private static Stream<BadRequest<Fixture>> ofText(Operation operation) {
        var field = operation.text();
        return Stream.of(
                Rows.field("a direction override", operation, field, "\"Harbour\\u202eRobotics\""),
                Rows.field("full-width spaces", operation, field, "\" \\u3000 \""),
                Rows.field("a text that is too long", operation, field, "\"" + "x".repeat(1001) + "\""),
                Rows.invalid("no text", operation, operation.without(field), "/" + field));
    }
}
