package hk.itf.infra.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.io.Serial;
import java.time.DateTimeException;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads dates and instants from their ISO 8601 text alone: no numbers, no lists, no year without four digits. */
final class IsoTimes<T> extends StdDeserializer<T> {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final Pattern FOUR_DIGIT_YEAR = Pattern.compile("(19|2[0-9])[0-9]{2}-[0-9T:.Z-]{5,32}");

    private final transient Function<String, T> parse;

    IsoTimes(Class<T> type, Function<String, T> parse) {
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
        } catch (DateTimeException notThere) {
            // a day or an hour that no calendar has
        }
        throw context.weirdStringException(text, handledType(), "not ISO 8601");
    }
}
