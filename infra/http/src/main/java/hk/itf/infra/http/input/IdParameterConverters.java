package hk.itf.infra.http.input;

import hk.itf.model.DomainException;
import hk.itf.model.Wording;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Reads ids of the shared model. A malformed id is a missing entity (404) in a path and a fault of the request (400) in
 * a query.
 */
@Provider
public class IdParameterConverters implements ParamConverterProvider {

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        if (!type.isRecord() || !type.getPackageName().equals("hk.itf.model.id")) {
            return null;
        }
        try {
            return new IdConverter<>(
                    type,
                    QueryParameterConverters.nameIn(annotations),
                    MethodHandles.publicLookup().findStatic(type, "of", MethodType.methodType(type, String.class)));
        } catch (NoSuchMethodException | IllegalAccessException e) {
            return null;
        }
    }

    private record IdConverter<T>(Class<T> type, @Nullable String query, MethodHandle of) implements ParamConverter<T> {

        @Override
        public @Nullable T fromString(@Nullable String value) {
            if (value == null) {
                return null;
            }
            try {
                return type.cast(of.invoke(value));
            } catch (Throwable notAnId) {
                throw query == null
                        ? DomainException.notFound("thing")
                        : QueryParameterConverters.malformed(query, Wording.of("id"));
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
