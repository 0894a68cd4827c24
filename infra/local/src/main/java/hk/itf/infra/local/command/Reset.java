package hk.itf.infra.local.command;

import hk.itf.infra.local.LocalStackException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** {@code reset}: stops everything and deletes what the state folder holds, after asking. */
record Reset(Desk desk) implements Command {

    @Override
    public int run(Words words) {
        if (!words.has("--yes") && !confirmed()) {
            desk.out().println("Nothing was deleted.");
            return 1;
        }
        return desk.alone(() -> {
            new Down(desk).stopEverything();
            desk.state().contents().forEach(Reset::delete);
            desk.out().println("The state in " + desk.state().root() + " is deleted.");
            return 0;
        });
    }

    private boolean confirmed() {
        desk.out()
                .printf(
                        "This deletes the databases, the events, the papers, the bank's ledger and the clock in %s; type yes: ",
                        desk.state().root());
        desk.out().flush();
        try {
            var answer = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return answer != null && answer.strip().equals("yes");
        } catch (IOException e) {
            throw new LocalStackException("The answer could not be read.", e);
        }
    }

    /** Only what the stack itself made is deleted, whatever folder ITF_STATE names. Links are not followed. */
    private static void delete(Path root) {
        if (Files.notExists(root)) {
            return;
        }
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
                        throws IOException {
                    if (failure != null) {
                        throw failure;
                    }
                    Files.delete(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new LocalStackException("%s could not be deleted: %s".formatted(root, e.getMessage()), e);
        }
    }
}
