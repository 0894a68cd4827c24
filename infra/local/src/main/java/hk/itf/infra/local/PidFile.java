package hk.itf.infra.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Remembers a process that outlives the command that started it. A number alone proves nothing, for numbers are given
 * again after a restart of the machine; the process must also carry our marks on its command line.
 */
public record PidFile(String word, StateFolder state) {

    static String nameMark(String word) {
        return "-Ditf.process=" + word;
    }

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

    /** The process, if it lives and is the one that was meant. */
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
