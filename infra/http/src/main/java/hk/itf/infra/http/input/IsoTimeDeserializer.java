package hk.itf.infra.http.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.io.Serial;
import java.time.DateTimeException;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads dates and instants from ISO 8601 texts with a four-digit year. Refuses numbers and lists. */
final class IsoTimeDeserializer<T> extends StdDeserializer<T> {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final Pattern FOUR_DIGIT_YEAR = Pattern.compile("(19|2[0-9])[0-9]{2}-[0-9T:.Z-]{5,32}");

    private final transient Function<String, T> parse;

    IsoTimeDeserializer(Class<T> type, Function<String, T> parse) {
        super(type);
        this.parse = parse;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            throw context.wrongTokenException(json, handledType(), JsonToken.VALUE_STRING, "not a string");
        }
        var text = json.getText();
        try {
            if (FOUR_DIGIT_YEAR.matcher(text).matches()) {
                return parse.apply(text);
            }
        } catch (DateTimeException notInCalendar) {
            // such as 30 February; refused below
        }
        throw context.weirdStringException(text, handledType(), "not ISO 8601");
    }
}
