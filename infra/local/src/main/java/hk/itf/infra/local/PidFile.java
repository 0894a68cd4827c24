package hk.itf.infra.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file with the process id of a process that outlives the command that started it. The process must also carry our
 * marks on its command line, because an operating system reuses process ids.
 *
 * @param word name of the process, such as {@code applications}
 */
public record PidFile(String word, StateFolder state) {

    /** JVM argument that marks a process with its name. */
    static String nameMark(String word) {
        return "-Ditf.process=" + word;
    }

    /** JVM argument that marks a process with its state folder. */
    static String stateMark(StateFolder state) {
        return "-Ditf.state=" + state.root();
    }

    public void write(long pid) {
        try {
            Files.writeString(file(), pid + "\n");
        } catch (IOException e) {
            throw new LocalStackException("The file %s cannot be written.".formatted(file()), e);
        }
    }

    /** Returns the process if it is alive and carries our marks. */
    public Optional<ProcessHandle> running() {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(file()).strip()))
                    .filter(this::isOurs);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    public void delete() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new LocalStackException("The file %s cannot be deleted.".formatted(file()), e);
        }
    }

    private boolean isOurs(ProcessHandle process) {
        var commandLine = process.info().commandLine().orElse("") + " ";
        return process.isAlive()
                && commandLine.contains(nameMark(word) + " ")
                && commandLine.contains(stateMark(state) + " ");
    }

    private Path file() {
        return state.pids().resolve(word + ".pid");
    }
}
