package hk.itf.infra.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import groovy.json.JsonException;
import groovy.lang.DelegatingMetaClass;
import groovy.lang.GroovySystem;
import groovy.lang.MetaClass;
import io.restassured.internal.path.json.ConfigurableJsonSlurper;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;

/**
 * Makes REST Assured parse JSON with Jackson. REST Assured parses the document for each path that a test reads, and its own parser, in
 * dynamic Groovy, takes a tenth of the processor time of a service's tests. A number with a fraction is read as a {@code BigDecimal}.
 */
final class JsonDocuments extends DelegatingMetaClass {

    private static final ObjectReader JACKSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(Object.class);

    private JsonDocuments(MetaClass original) {
        super(original);
    }

    /** Takes effect for all later readings in this JVM. A second call changes nothing. */
    static synchronized void install() {
        var registry = GroovySystem.getMetaClassRegistry();
        var current = registry.getMetaClass(ConfigurableJsonSlurper.class);
        if (!(current instanceof JsonDocuments)) {
            registry.setMetaClass(ConfigurableJsonSlurper.class, new JsonDocuments(current));
        }
    }

    @Override
    @SuppressWarnings("rawtypes") // inherited
    public Object invokeMethod(
            Class sender, Object target, String method, Object[] arguments, boolean toSuper, boolean fromInside) {
        if (method.equals("parse") && arguments.length == 1 && arguments[0] instanceof Reader document) {
            try {
                return JACKSON.readValue(text(document));
            } catch (JsonProcessingException e) {
                throw new JsonException(e.getOriginalMessage(), e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return super.invokeMethod(sender, target, method, arguments, toSuper, fromInside);
    }

    /** Reads character by character: Groovy's {@code LineColumnReader} reports its end in no other way. */
    private static String text(Reader document) throws IOException {
        var text = new StringBuilder();
        for (var next = document.read(); next >= 0; next = document.read()) {
            text.append((char) next);
        }
        return text.toString();
    }
}
