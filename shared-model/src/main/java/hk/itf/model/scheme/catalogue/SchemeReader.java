package hk.itf.model.scheme.catalogue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import hk.itf.model.json.Sha256;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.Scheme;
import hk.itf.model.scheme.question.Question;
import hk.itf.model.scheme.tranche.ClaimKind;
import hk.itf.model.scheme.tranche.Gate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads a scheme file and checks it three times: by the JSON Schema, by the constructors of the records, and by
 * cross-checks between the parts. A file with a fault is refused; each fault names the file and the path in it.
 */
public final class SchemeReader {

    /**
     * One fault of one file.
     *
     * @param path the JSON Pointer of the faulty value, or its line and column when the file is not readable as YAML
     */
    public record Fault(String file, String path, String detail) {
        @Override
        public String toString() {
            return file + " at " + path + ": " + detail;
        }
    }

    /** Thrown for scheme files with faults. The message lists the faults, one in each line. */
    public static final class InvalidSchemeException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient List<Fault> faults;

        InvalidSchemeException(List<Fault> faults) {
            super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
            this.faults = List.copyOf(faults);
        }

        public List<Fault> faults() {
            return faults;
        }
    }

    /**
     * A scheme with the file it was read from.
     *
     * @param file the path of the file below the scheme folder, such as {@code rth/v2.yaml}
     * @param sha256 the hash of {@code text}
     */
    public record SchemeFile(String file, String text, String sha256, Scheme scheme) {}

    private static final ObjectMapper YAML = yaml();

    private SchemeReader() {}

    /**
     * Reads one file. The JSON Schema does not check a file of {@link PublishedHashes} again.
     *
     * @throws InvalidSchemeException with every fault that the first failing check finds
     */
    public static SchemeFile read(String file, String text) {
        JsonNode tree;
        try {
            tree = tree(text);
        } catch (JsonProcessingException e) {
            throw new InvalidSchemeException(List.of(new Fault(file, location(e), e.getOriginalMessage())));
        }
        var sha256 = Sha256.of(text);
        var faults = new ArrayList<Fault>();
        if (!PublishedHashes.contain(sha256)) {
            faults.addAll(SchemeShape.faults(file, tree));
        }
        if (!faults.isEmpty()) {
            throw new InvalidSchemeException(faults);
        }
        Scheme scheme;
        try {
            scheme = YAML.treeToValue(tree, Scheme.class);
        } catch (JsonMappingException e) {
            throw new InvalidSchemeException(List.of(new Fault(file, path(e), rootMessage(e))));
        } catch (JsonProcessingException e) {
            throw new InvalidSchemeException(List.of(new Fault(file, location(e), e.getOriginalMessage())));
        }
        SchemeCrossChecks.of(scheme).forEach((path, detail) -> faults.add(new Fault(file, path, detail)));
        if (!faults.isEmpty()) {
            throw new InvalidSchemeException(faults);
        }
        return new SchemeFile(file, text, sha256, scheme);
    }

    static JsonNode tree(String text) throws JsonProcessingException {
        return YAML.readTree(text);
    }

    private static ObjectMapper yaml() {
        var wireForms = new SimpleModule()
                .addDeserializer(Money.class, new MoneyText())
                .addDeserializer(Gate.class, new EnumWord<>(Gate.class))
                .addDeserializer(ClaimKind.class, new EnumWord<>(ClaimKind.class))
                .addDeserializer(Question.Flag.class, new EnumWord<>(Question.Flag.class));
        return YAMLMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(wireForms)
                .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .build();
    }

    private static String location(JsonProcessingException e) {
        return Optional.ofNullable(e.getLocation())
                .map(at -> "line " + at.getLineNr() + ", column " + at.getColumnNr())
                .orElse("/");
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(each -> each.getFieldName() != null ? each.getFieldName() : String.valueOf(each.getIndex()))
                .collect(Collectors.joining("/", "/", ""));
    }

    private static String rootMessage(Throwable e) {
        var root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof JsonProcessingException json
                ? json.getOriginalMessage()
                : String.valueOf(root.getMessage());
    }

    /** Reads an amount as a scheme file writes it: {@code 35000.00 HKD}. */
    private static final class MoneyText extends StdDeserializer<Money> {
        private static final long serialVersionUID = 1L;

        MoneyText() {
            super(Money.class);
        }

        @Override
        public Money deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            try {
                return Money.parse(parser.getText());
            } catch (IllegalArgumentException e) {
                throw JsonMappingException.from(parser, String.valueOf(e.getMessage()), e);
            }
        }
    }

    /** Reads an enum constant as a scheme file writes it: in lower case with hyphens. */
    private static final class EnumWord<E extends Enum<E>> extends StdDeserializer<E> {
        private static final long serialVersionUID = 1L;
        private final Class<E> type;

        EnumWord(Class<E> type) {
            super(type);
            this.type = type;
        }

        @Override
        public E deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return Enum.valueOf(type, parser.getText().replace('-', '_').toUpperCase(Locale.ROOT));
        }
    }
}
