package hk.itf.infra.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void runsEveryScenarioOfPlatformInFullByDefault() {
        assertThat(parsed().plan()).isEqualTo(Plan.full());
        assertThat(parsed().scenarios()).isEqualTo(EnumSet.complementOf(EnumSet.of(Scenario.PEERS)));
    }

    @Test
    void addsPeersWhenAsked() {
        assertThat(parsed("--peers").scenarios()).isEqualTo(EnumSet.allOf(Scenario.class));
        assertThat(parsed("--peers", "--only=lifecycle").scenarios())
                .containsExactly(Scenario.LIFECYCLE, Scenario.PEERS);
    }

    @Test
    void readsAllOptions() {
        var bench = parsed("--quick", "--only", "lifecycle,growth", "--clients=3", "--seconds", "12", "--json");

        assertThat(bench.plan()).isEqualTo(Plan.quick().withLifecycle(3, 12));
        assertThat(bench.scenarios()).containsExactly(Scenario.LIFECYCLE, Scenario.GROWTH);
    }

    @Test
    void insertsNoApplicationsIntoRunningStack() {
        assertThat(parsed("--running").scenarios()).doesNotContain(Scenario.GROWTH);
        assertThat(execute("--running", "--only=growth")).isEqualTo(2);
        assertThat(err.toString()).contains("growth inserts thousands of applications");
    }

    @Test
    void printsHelpWithoutMeasuring() {
        assertThat(execute("--help")).isZero();
        assertThat(out.toString())
                .contains("Usage: ./itf bench", "--quick", "--only", "lifecycle", "--running", "--results", "--json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            --fast         | Unknown option: '--fast'
            --clients      | Missing required parameter for option '--clients'
            --seconds=x    | 'x' is not an int
            --clients=65   | --clients must be between 1 and 64, not 65.
            --seconds=3601 | --seconds must be between 0 and 3600, not 3601.
            --only=nothing | but was 'nothing'
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

    private static Bench parsed(String... arguments) {
        var commandLine = Bench.commandLine();
        commandLine.parseArgs(arguments);
        return commandLine.getCommand();
    }
}
