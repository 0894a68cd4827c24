package hk.itf.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.houserules.TextRules;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final List<Path> SOURCES = List.of(
            Path.of("src/main/java"),
            Path.of("../infra/http/src/main/java"),
            Path.of("../infra/eventing/src/main/java"),
            Path.of("../infra/duty/src/main/java"));

    @Test
    void everyKeyHasTextsWithTheValuesOfTheCode() {
        assertThat(TextRules.faults(SOURCES)).isEmpty();
    }

    @Test
    void everyTransitionAndStatusHasALabel() {
        assertThat(TextRules.missingLabels("hk.itf.disbursement")).isEmpty();
    }
}
