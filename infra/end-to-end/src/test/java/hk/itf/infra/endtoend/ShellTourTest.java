package hk.itf.infra.endtoend;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The comparison of a page's expected output with what bash prints, without any service. */
class ShellTourTest {

    @TempDir
    private Path folder;

    @Test
    void acceptsExpectedOutputOfAllBlocks() {
        assertThatCode(() -> run("""
                Some words.

                ```bash
                PAID=135000.00
                echo "$PAID"
                # => 135000.00
                for NAME in Eva Frank; do
                  echo "$NAME was here at $(date)"
                done
                # => Eva was here at ...
                # => Frank was here at ...
                ```

                ```json
                {"not": "run"}
                ```

                ```bash
                echo "$SCHEME $PAID"
                # => rth 135000.00
                ```
                """)).doesNotThrowAnyException();
    }

    @Test
    void refusesWrongAmount() {
        assertThatThrownBy(() -> run("""
                ```bash
                echo 135000.00
                # => 135000.01
                ```
                """))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("line 3")
                .hasMessageContaining("135000.01")
                .hasMessageContaining("135000.00");
    }

    @Test
    void refusesUnexpectedOutputOnStandardError() {
        assertThatThrownBy(() -> run("""
                ```bash
                echo "refused: 409 stale-version" >&2
                ```
                """))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("refused: 409 stale-version");
    }

    @Test
    void refusesMissingOutput() {
        assertThatThrownBy(() -> run("""
                ```bash
                true
                # => ACCEPTED
                ```
                """)).isInstanceOf(AssertionError.class).hasMessageContaining("(nothing)");
    }

    @Test
    void refusesPageThatEndsBashEarly() {
        assertThatThrownBy(() -> run("""
                ```bash
                exit 0
                ```
                """))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("bash ended before line");
    }

    private void run(String page) throws IOException {
        var file = Files.writeString(folder.resolve("tour.md"), page);
        ShellTour.read(file).run(folder, Map.of("SCHEME", "rth"));
    }
}
