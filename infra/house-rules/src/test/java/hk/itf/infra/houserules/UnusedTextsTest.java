package hk.itf.infra.houserules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnusedTextsTest {

    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();

    private static final List<String> MODULES = List.of(
            "shared-model",
            "infra/http",
            "infra/eventing",
            "infra/duty",
            "applications-service",
            "assessment-service",
            "disbursement-service");

    @TempDir
    private Path folder;

    /** Code of any module may name a text of a shared module, so all sources count for all text files. */
    @Test
    void codeNamesEveryText() {
        var sources = MODULES.stream()
                .map(module -> PROJECT.resolve(module).resolve("src/main/java"))
                .toList();
        var unused = MODULES.stream()
                .flatMap(module -> unused(module, sources).map(text -> module + ": " + text))
                .toList();
        assertThat(unused).isEmpty();
    }

    @Test
    void reportsTextThatNoCodeNames() throws IOException {
        var texts = Files.writeString(folder.resolve("en.yaml"), """
                problems:
                  used: "One."
                  not-found.case: "Two."
                  forgotten: "Three."
                labels:
                  aggregate.Claim: "claim"
                  ClaimStatus.DRAFT: "draft"
                  old-label: "old"
                """);
        Files.writeString(folder.resolve("Use.java"), """
                class Use {
                    String[] keys = {"used", "case"};
                }
                """);

        assertThat(TextRules.unused(texts, List.of(folder)))
                .containsExactlyInAnyOrder("PROBLEMS forgotten", "LABELS old-label");
    }

    private static Stream<String> unused(String module, List<Path> sources) {
        var texts = PROJECT.resolve(module).resolve("src/main/resources/texts/en.yaml");
        return TextRules.unused(texts, sources).stream();
    }
}
