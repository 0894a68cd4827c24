package hk.itf.model.scheme.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import hk.itf.model.json.Json;
import hk.itf.model.scheme.catalogue.SchemeReader.InvalidSchemeException;
import hk.itf.model.scheme.catalogue.SchemeReader.SchemeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemeSchemaTest {

    private static final Path SOURCES = Path.of("src/main/java/hk/itf/model");
    private static final Path FILE = Path.of("src/main/resources/schemes/scheme.schema.json");

    private static final String GENERATED = SchemeSchema.generate(SOURCES);

    /** Run the test with {@code -Dgolden.update=true} after a change of the records, and read the difference. */
    @Test
    void checkedInSchemaIsGeneratedFromRecords() throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(FILE, GENERATED);
        }
        assertThat(Files.readString(FILE)).isEqualTo(GENERATED);
    }

    @Test
    void describesEveryField() throws IOException {
        var undescribed = new ArrayList<String>();
        collectUndescribed(Json.mapper().readTree(GENERATED), "", undescribed);
        assertThat(undescribed).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("shippedFiles")
    void shippedFileFollowsSchema(SchemeFile file) throws IOException {
        assertThat(SchemeShape.faults(file.file(), SchemeReader.tree(file.text())))
                .isEmpty();
    }

    static List<SchemeFile> shippedFiles() {
        return SchemeCatalogue.shipped();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            raise-plus/v1.yaml | version: 1                            | version: one                              | /version
            raise-plus/v1.yaml | category:                             | kategory:                                 | /
            raise-plus/v1.yaml | { kind: stage-gate, role:             | { kind: payment, role:                    | /claims/others/2/kind
            raise-plus/v1.yaml | counts: [months, stage-2-months]      | counts: [months, months]                  | /stages/0/consistency/1/counts
            raise-plus/v1.yaml | least: "0.01 HKD"                     | least: "0.01 USD"                         | /eligibility/1/passes/least
            rth/v2.yaml        | reference-prefix: RTH                 | reference-prefix: rth                     | /reference-prefix
            rth/v2.yaml        | kind: in-arrears                      | kind: in-advance                          | /tranches/kind
            rth/v2.yaml        | every-months: 3                       | every-months: 61                          | /tranches/every-months
            rth/v2.yaml        | { kind: answered,                     | { kind: answered, default: today,         | /effective/chosen-by
            gsp/v1.yaml        | --10-31                               | --13-31                                   | /window/cut-offs/1
            nittp/v1.yaml      | at-least: P35D                        | at-least: 35 days                         | /window/lead/at-least
            """)
    void refusesFileThatBreaksSchema(String file, String part, String replacement, String path) {
        var text = SchemeCatalogue.shipped().stream()
                .filter(each -> each.file().equals(file))
                .findFirst()
                .orElseThrow()
                .text();
        assertThat(text).contains(part);
        assertThatThrownBy(() -> SchemeReader.read(file, text.replace(part, replacement)))
                .isInstanceOfSatisfying(
                        InvalidSchemeException.class,
                        e -> assertThat(e.faults())
                                .extracting(SchemeReader.Fault::path)
                                .contains(path));
    }

    private static void collectUndescribed(JsonNode schema, String path, ArrayList<String> undescribed) {
        schema.path("properties").forEachEntry((name, property) -> {
            // victools leaves out a description that only repeats the description of the referenced definition.
            if (!name.equals("kind") && !property.has("description") && !property.has("$ref")) {
                undescribed.add(path + "/" + name);
            }
        });
        for (var description : schema.findValues("enumDescriptions")) {
            description.forEach(each -> {
                if (each.asText().isEmpty()) {
                    undescribed.add(path + " has a word without a description");
                }
            });
        }
        schema.path("$defs").forEachEntry((name, definition) -> {
            if (definition.path("description").asText().isEmpty()) {
                undescribed.add(name);
            }
            collectUndescribed(definition, name, undescribed);
        });
    }
}
