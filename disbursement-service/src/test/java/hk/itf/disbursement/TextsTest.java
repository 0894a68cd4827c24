package hk.itf.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.houserules.TextRules;
import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void everyTextHasItsLanguagesAndValues() {
        assertThat(TextRules.faults("disbursement-service")).isEmpty();
    }

    @Test
    void everyStatusAndTransitionHasLabel() {
        assertThat(TextRules.missingLabels("hk.itf.disbursement")).isEmpty();
    }
}
