package hk.itf.model.scheme.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import hk.itf.model.scheme.catalogue.SchemeReader.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Checks the shape of a scheme file by the JSON Schema {@code scheme.schema.json}. */
final class SchemeShape {

    private static final JsonSchema SCHEMA = schema();

    private SchemeShape() {}

    /** Every fault of the file's content; empty if the content follows the schema. */
    static List<Fault> faults(String file, JsonNode content) {
        return SCHEMA.validate(content).stream()
                .map(message -> new Fault(file, pointer(message), message.getError()))
                .toList();
    }

    private static JsonSchema schema() {
        try (InputStream in = SchemeShape.class.getResourceAsStream("/schemes/scheme.schema.json")) {
            if (in == null) {
                throw new IllegalStateException("schemes/scheme.schema.json is missing from the jar");
            }
            return schemas().getSchema(in);
        } catch (IOException e) {
            throw new IllegalStateException("schemes/scheme.schema.json cannot be read", e);
        }
    }

    /** The validator of JSON Schema 2020-12. The keyword {@code enumDescriptions} is for editors only. */
    private static JsonSchemaFactory schemas() {
        var standard = JsonMetaSchema.getV202012();
        return JsonSchemaFactory.builder(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012))
                .metaSchema(JsonMetaSchema.builder(standard.getIri(), standard)
                        .keyword(new NonValidationKeyword("enumDescriptions"))
                        .build())
                .build();
    }

    private static String pointer(ValidationMessage message) {
        var path = new StringBuilder();
        for (var i = 0; i < message.getInstanceLocation().getNameCount(); i++) {
            path.append('/').append(message.getInstanceLocation().getElement(i));
        }
        return path.isEmpty() ? "/" : path.toString();
    }
}
