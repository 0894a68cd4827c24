package hk.itf.infra.http;

import hk.itf.model.DomainException;
import hk.itf.model.Violation;
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

/** Reads numbers and choices in queries. What is neither is a fault of the request (400), not a thing that is missing. */
@Provider
public class QueryParameters implements ParamConverterProvider {

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        var name = nameIn(annotations);
        if (name == null) {
            return null;
        }
        if (type == Integer.class || type == int.class) {
            return new Strict<>(name, text -> boxed(type, Integer.valueOf(text)));
        }
        if (type.isEnum()) {
            return new Strict<>(
                    name,
                    text -> Arrays.stream(type.getEnumConstants())
                            .filter(each -> ((Enum<?>) each).name().equals(text))
                            .findFirst()
                            .orElseThrow(IllegalArgumentException::new));
        }
        return null;
    }

    /** The name of the query parameter; null for parameters elsewhere. */
    static @Nullable String nameIn(Annotation @Nullable [] annotations) {
        return annotations == null
                ? null
                : Arrays.stream(annotations)
                        .filter(QueryParam.class::isInstance)
                        .map(each -> ((QueryParam) each).value())
                        .findFirst()
                        .orElse(null);
    }

    static DomainException malformed(String parameter) {
        return DomainException.invalid(
                "invalid-parameter",
                "The parameter %s is not as it must be.".formatted(parameter),
                List.of(new Violation(
                        "", "invalid-" + parameter, "The parameter %s is malformed.".formatted(parameter))));
    }

    @SuppressWarnings("unchecked") // int.class has no cast
    private static <T> T boxed(Class<T> type, Integer value) {
        return (T) value;
    }

    private record Strict<T>(String name, Function<String, T> reading) implements ParamConverter<T> {

        @Override
        public @Nullable T fromString(@Nullable String value) {
            if (value == null) {
                return null;
            }
            try {
                return reading.apply(value);
            } catch (IllegalArgumentException e) {
                throw malformed(name);
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
