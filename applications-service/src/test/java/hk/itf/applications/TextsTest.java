package hk.itf.applications;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.houserules.TextRules;
import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void everyTextHasItsLanguagesAndValues() {
        assertThat(TextRules.faults("applications-service")).isEmpty();
    }

    @Test
    void everyStatusAndTransitionHasLabel() {
        assertThat(TextRules.missingLabels("hk.itf.applications")).isEmpty();
    }
}
