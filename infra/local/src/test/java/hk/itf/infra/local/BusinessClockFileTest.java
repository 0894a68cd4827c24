package hk.itf.infra.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessClockFileTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"+90d,PT2160H", "+3h,PT3H", "+2w,PT336H", "+15m,PT15M", "+0d,PT0S", "-1d,PT-24H"})
    void readsSteps(String text, Duration step) {
        assertThat(BusinessClockFile.step(text)).isEqualTo(step);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "90d", "+90", "+d", "+1y", "+1.5h", "+1d2h", "+999999d"})
    void refusesTextThatIsNotAStep(String text) {
        assertThatThrownBy(() -> BusinessClockFile.step(text)).hasMessageContaining("is not a step of the clock");
    }

    @Test
    void refusesNegativeStep() {
        assertThatThrownBy(() -> clock().advance(Duration.ofSeconds(-1))).hasMessageContaining("cannot go back");
        assertThat(file()).doesNotExist();
    }

    @Test
    void addsUpSteps() throws IOException {
        assertThat(clock().offset()).isZero();

        clock().advance(Duration.ofDays(90));

        assertThat(clock().advance(Duration.ofHours(3))).isEqualTo(Duration.ofHours(2163));
        assertThat(clock().offset()).isEqualTo(Duration.ofHours(2163));
        assertThat(file()).hasContent("PT2163H\n");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void explainsContentOfUnreadableFile() throws IOException {
        Files.writeString(file(), "ninety days");

        assertThatThrownBy(() -> clock().offset()).hasMessageContaining("must hold one duration such as PT2160H");
    }

    private BusinessClockFile clock() {
        return new BusinessClockFile(file());
    }

    private Path file() {
        return folder.resolve("clock-offset");
    }
}
