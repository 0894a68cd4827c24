package hk.itf.infra.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayCommandTest {

    @Test
    void readsShareOfFund() {
        assertThat(parsed("replay").share()).isEqualTo(1);
        assertThat(parsed("replay", "--sample", "2%").share()).isEqualTo(0.02);
        assertThat(parsed("replay", "--sample=0.05%").share()).isEqualTo(0.0005);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "0%", "101%", "-1%", "all"})
    void refusesWrongShareWithUsage(String sample) {
        var err = new StringWriter();

        assertThat(Bench.commandLine().setErr(new PrintWriter(err)).execute("replay", "--sample=" + sample))
                .isEqualTo(2);

        assertThat(err.toString()).contains("--sample must be a share of the fund", "Usage: ./itf bench replay");
    }

    private static ReplayCommand parsed(String... arguments) {
        return Bench.commandLine()
                                .parseArgs(arguments)
                                .subcommand()
                                .commandSpec()
                                .userObject()
                        instanceof ReplayCommand command
                ? command
                : new ReplayCommand();
    }
}
