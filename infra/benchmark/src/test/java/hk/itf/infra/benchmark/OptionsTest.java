package hk.itf.infra.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void hasDefaultsAndReadsEveryOption() {
        assertThat(Options.parse(List.of())).isEqualTo(new Options(400, 8, false));
        assertThat(Options.parse(List.of("--json", "--connections", "2", "--submissions", "10")))
                .isEqualTo(new Options(10, 2, true));
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        assertThatThrownBy(() -> Options.parse(List.of("--fast"))).hasMessageContaining("--fast");
        assertThatThrownBy(() -> Options.parse(List.of("--connections"))).hasMessageContaining("whole number");
        assertThatThrownBy(() -> Options.parse(List.of("--submissions", "0"))).hasMessageContaining("between");
    }
}
