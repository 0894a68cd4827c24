package hk.itf.infra.local.command;

import hk.itf.infra.local.LocalStackException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.commons.io.FileUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "reset", description = "Stops everything and deletes all local data, after asking for confirmation.")
final class ResetCommand implements Callable<Integer> {

    private final LauncherContext context;

    @Option(names = "--yes", description = "Delete without asking.")
    private boolean confirmed;

    ResetCommand(LauncherContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (!confirmed && !askForConfirmation()) {
            context.out().println("Nothing was deleted.");
            return 1;
        }
        context.runExclusively(() -> {
            new DownCommand(context).stopEverything();
            context.state().contents().forEach(ResetCommand::delete);
            context.out().println("All data in " + context.state().root() + " is deleted.");
        });
        return 0;
    }

    private boolean askForConfirmation() {
        context.out()
                .printf(
                        "This deletes the databases, events, papers, bank ledger and clock in %s. Type yes to continue: ",
                        context.state().root());
        context.out().flush();
        try {
            var answer = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return answer != null && answer.strip().equals("yes");
        } catch (IOException e) {
            throw new LocalStackException("The answer could not be read. Use --yes to delete without asking.", e);
        }
    }

    /** Symbolic links are deleted, and the files they point at are kept. */
    private static void delete(Path path) {
        if (Files.notExists(path)) {
            return;
        }
        try {
            FileUtils.forceDelete(path.toFile());
        } catch (IOException e) {
            throw new LocalStackException("%s could not be deleted: %s".formatted(path, e.getMessage()), e);
        }
    }
}
