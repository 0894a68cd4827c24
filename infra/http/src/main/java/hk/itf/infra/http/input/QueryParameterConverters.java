package hk.itf.infra.http.input;

import static hk.itf.model.NamedValue.value;

import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.Wording;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers, choices and {@code true} or {@code false} in queries. A malformed value is a fault of the request
 * (400). JAX-RS by default answers 404 to a malformed number and reads a malformed boolean as false.
 */
@Provider
public class QueryParameterConverters implements ParamConverterProvider {

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        var name = nameIn(annotations);
        if (name == null) {
            return null;
        }
        if (type == Integer.class || type == int.class) {
            return new Strict<>(name, Wording.of("whole-number"), text -> unchecked(Integer.valueOf(text)));
        }
        if (type == Boolean.class || type == boolean.class) {
            return new Strict<>(
                    name,
                    Wording.of("true-or-false"),
                    text -> unchecked(
                            switch (text) {
                                case "true" -> true;
                                case "false" -> false;
                                default -> throw new IllegalArgumentException();
                            }));
        }
        if (type.isEnum()) {
            var choices = Arrays.stream(type.getEnumConstants())
                    .map(each -> ((Enum<?>) each).name())
                    .toList();
            return new Strict<>(
                    name,
                    Wording.of("one-of", value("choices", choices)),
                    text -> Arrays.stream(type.getEnumConstants())
                            .filter(each -> ((Enum<?>) each).name().equals(text))
                            .findFirst()
                            .orElseThrow(IllegalArgumentException::new));
        }
        return null;
    }

    /** The name of the query parameter; null for a parameter of a path or header. */
    static @Nullable String nameIn(Annotation @Nullable [] annotations) {
        return annotations == null
                ? null
                : Arrays.stream(annotations)
                        .filter(QueryParam.class::isInstance)
                        .map(each -> ((QueryParam) each).value())
                        .findFirst()
                        .orElse(null);
    }

    /** @param expected label of the form of a correct value, such as {@code a whole number} */
    static DomainException malformed(String parameter, Wording expected) {
        var fault = Wording.of("invalid-parameter", value("parameter", parameter), value("expected", expected));
        return DomainException.invalid(
                "invalid-parameter",
                List.of(new Violation("", "invalid-" + parameter, fault)),
                value("parameter", parameter),
                value("expected", expected));
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"
    }) // int.class and boolean.class cannot cast their boxed values
    private static <T> T unchecked(Object value) {
        return (T) value;
    }

    private record Strict<T>(String name, Wording expected, Function<String, T> read) implements ParamConverter<T> {

        @Override
        public @Nullable T fromString(@Nullable String value) {
            if (value == null) {
                return null;
            }
            try {
                return read.apply(value);
            } catch (IllegalArgumentException e) {
                throw malformed(name, expected);
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
