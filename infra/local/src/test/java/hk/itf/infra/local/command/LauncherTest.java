package hk.itf.infra.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.local.PortUse;
import hk.itf.infra.local.Ports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class LauncherTest {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_COMMAND_LINE = 2;

    @TempDir
    private Path state;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "up",
                "down",
                "run",
                "status",
                "logs",
                "token",
                "clock",
                "parked",
                "parked list",
                "parked replay",
                "parked accept",
                "parked drop",
                "train",
                "reset"
            })
    void printsHelpOfEveryCommand(String command) {
        assertThat(execute((command + " --help").strip())).isEqualTo(DONE);
        assertThat(printed()).contains(("Usage: ./itf " + command).strip(), "--help");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up now",
                "status --verbose",
                "logs kafka",
                "token --person Chan",
                "token --role assessor",
                "token --person Chan --role assessor --lifetime hour",
                "clock 90d",
                "clock --faster",
                "parked",
                "parked delete",
                "parked drop some-id",
                "parked drop some-id --reason wrong --service nobody",
                "reset --no"
            })
    void explainsWrongCommandLineWithUsage(String commandLine) {
        assertThat(execute(commandLine)).isEqualTo(WRONG_COMMAND_LINE);
        assertThat(err.toString()).contains("Usage: ./itf");
        assertThat(printed()).isEmpty();
    }

    @Test
    void suggestsCommandForMisspeltOne() {
        assertThat(execute("statsu")).isEqualTo(WRONG_COMMAND_LINE);
        assertThat(err.toString()).contains("Did you mean: ./itf status");
    }

    @Test
    void printsTokenAndNothingElse() {
        assertThat(execute("token --person Chan --role applicant --role assessor --organisation org-1 --lifetime PT5M"))
                .isEqualTo(DONE);

        var claims =
                new String(Base64.getUrlDecoder().decode(printed().strip().split("\\.")[1]), StandardCharsets.UTF_8);
        assertThat(claims)
                .contains(
                        "\"groups\":[\"applicant\",\"assessor\"]",
                        "\"organisations\":[\"org-1\"]",
                        "\"aud\":[\"itf-applications\",\"itf-assessment\",\"itf-disbursement\"]");
    }

    @Test
    void narrowsTokenToOneAudience() {
        execute("token --person Chan --role assessor --audience itf-assessment");

        assertThat(new String(Base64.getUrlDecoder().decode(printed().strip().split("\\.")[1]), StandardCharsets.UTF_8))
                .contains("\"aud\":\"itf-assessment\"");
    }

    @Test
    void movesClockForward() {
        assertThat(execute("clock +90d")).isEqualTo(DONE);
        assertThat(execute("clock")).isEqualTo(DONE);
        assertThat(printed()).contains("offset         PT2160H (90 days)", "in Hong Kong");
    }

    @Test
    void refusesToMoveClockBack() {
        assertThat(execute("clock -1d")).isEqualTo(FAILED);
        assertThat(err.toString()).contains("The clock cannot go back").doesNotContain("Usage");
    }

    @Test
    void reportsStoppedServersWithStatusOne() {
        assertThat(execute("status")).isEqualTo(FAILED);
        assertThat(printed().lines().skip(1)).hasSize(6).allMatch(line -> line.endsWith("stopped"));
    }

    @Test
    void reportsUnreachableServiceInOneSentence() {
        assertThat(execute("parked list")).isEqualTo(FAILED);
        assertThat(err.toString()).contains("got no answer").hasLineCount(1);
    }

    @Test
    void printsLogOfOneProcess() throws IOException {
        Files.createDirectories(state.resolve("logs"));
        Files.writeString(state.resolve("logs/assessment.log"), "earlier\n".repeat(100) + "last\n");

        assertThat(execute("logs assessment")).isEqualTo(DONE);
        assertThat(printed().lines())
                .hasSize(101)
                .startsWith("== " + state.resolve("logs/assessment.log"))
                .endsWith("earlier", "last");
    }

    @Test
    void deletesDataAndNothingElseOnReset() throws IOException {
        Files.createDirectories(state.resolve("papers/2027"));
        Files.writeString(state.resolve("papers/2027/cv.pdf"), "content");
        var foreign = Files.writeString(state.resolve("notes.txt"), "not ours");

        assertThat(execute("reset --yes")).isEqualTo(DONE);
        assertThat(state.resolve("papers")).doesNotExist();
        assertThat(foreign).exists();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void listsEveryCommandAndOptionInScript(CommandLine command) throws IOException {
        var script = Files.readString(Path.of("../../itf"));

        assertThat(script).contains(command.getCommandSpec().qualifiedName(" "));
        for (var option : command.getCommandSpec().options()) {
            if (!option.usageHelp()) {
                assertThat(script).contains(option.longestName());
            }
        }
    }

    static Stream<CommandLine> commands() {
        var launcher = Launcher.commandLine(new LauncherContext(Path.of("."), Map.of(), System.out));
        return launcher.getSubcommands().values().stream()
                .flatMap(command -> command.getSubcommands().isEmpty()
                        ? Stream.of(command)
                        : command.getSubcommands().values().stream())
                .filter(command -> !command.getCommandSpec().usageMessage().hidden());
    }

    private int execute(String commandLine) {
        var environment = new HashMap<String, String>();
        environment.put("ITF_STATE", state.toString());
        var ports = Ports.free();
        for (var use : PortUse.values()) {
            environment.put(use.variable(), Integer.toString(ports.of(use)));
        }
        var context =
                new LauncherContext(Path.of("../.."), environment, new PrintStream(out, true, StandardCharsets.UTF_8));
        return Launcher.commandLine(context)
                .setErr(new PrintWriter(err, true))
                .execute(commandLine.isEmpty() ? new String[0] : commandLine.split(" "));
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
