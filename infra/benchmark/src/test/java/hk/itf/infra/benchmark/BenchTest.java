package hk.itf.infra.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void hasDefaultsForAllOptions() {
        assertThat(options()).isEqualTo(new BenchmarkOptions(400, 8, 30, false));
    }

    @Test
    void readsAllOptions() {
        assertThat(options("--json", "--connections", "2", "--submissions=10", "--paced", "5"))
                .isEqualTo(new BenchmarkOptions(10, 2, 5, true));
    }

    @Test
    void printsHelpWithoutMeasuring() {
        assertThat(execute("--help")).isZero();
        assertThat(out.toString())
                .contains("Usage: ./itf bench", "--submissions", "--connections", "--paced", "--json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            --fast           | Unknown option: '--fast'
            --connections    | Missing required parameter for option '--connections'
            --submissions=x  | 'x' is not an int
            --submissions=0  | --submissions must be between 1 and 100000, not 0.
            --connections=65 | --connections must be between 1 and 64, not 65.
            --clients=65     | --clients must be between 1 and 64, not 65.
            --seconds=0      | --seconds must be between 1 and 3600, not 0.
            --only=nothing   | expected one of [LIFECYCLE]
            --paced=1001     | --paced must be between 1 and 1000, not 1001.
            """)
    void refusesWrongCommandLineWithUsage(String argument, String sentence) {
        assertThat(execute(argument)).isEqualTo(2);
        assertThat(err.toString()).contains(sentence, "Usage: ./itf bench");
    }

    private int execute(String... arguments) {
        return Bench.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private static BenchmarkOptions options(String... arguments) {
        var commandLine = Bench.commandLine();
        commandLine.parseArgs(arguments);
        return commandLine.<Bench>getCommand().options();
    }
}
