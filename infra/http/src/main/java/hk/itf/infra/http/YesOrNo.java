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
import org.jspecify.annotations.Nullable;

/** Reads {@code true} and {@code false} in queries. Anything else is a fault of the request: by default it would read as false. */
@Provider
public class YesOrNo implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked") // boolean.class has no cast
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        if (type != boolean.class || annotations == null) {
            return null;
        }
        return Arrays.stream(annotations)
                .filter(QueryParam.class::isInstance)
                .map(each -> (ParamConverter<T>) new Strict(((QueryParam) each).value()))
                .findFirst()
                .orElse(null);
    }

    private record Strict(String parameter) implements ParamConverter<Boolean> {

        @Override
        public @Nullable Boolean fromString(@Nullable String value) {
            return switch (value) {
                case null -> null;
                case "true" -> true;
                case "false" -> false;
                default ->
                    throw DomainException.invalid(
                            "invalid-parameter",
                            "The parameter %s is true or false.".formatted(parameter),
                            List.of(new Violation(
                                    "",
                                    "invalid-" + parameter,
                                    "The parameter %s is neither true nor false.".formatted(parameter))));
            };
        }

        @Override
        public String toString(Boolean value) {
            return value.toString();
        }
    }
}
