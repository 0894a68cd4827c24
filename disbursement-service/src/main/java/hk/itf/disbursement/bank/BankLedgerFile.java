package hk.itf.disbursement.bank;

import hk.itf.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The append-only file of the simulated bank. Each line is on disk before it takes effect; an incomplete last line is
 * dropped.
 */
final class BankLedgerFile {

    /**
     * One line: an instruction with its planned answers, or one answer that was given.
     *
     * @param position position of an answer; 0 for an instruction
     * @param planned answers to an instruction; empty for an answer
     * @param answers index of the answer among the planned answers
     */
    record Line(String endToEndId, String account, long position, List<Planned> planned, int answers) {

        boolean isInstruction() {
            return position == 0;
        }
    }

    /**
     * A planned answer.
     *
     * @param dueAtMillis earliest time of the answer, in milliseconds of real time
     */
    record Planned(BankAnswer.Outcome outcome, long amountCents, String reference, String detail, long dueAtMillis) {}

    private final FileChannel channel;
    private final List<Line> found;

    BankLedgerFile(Path file) {
        try {
            var parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            var complete = text.substring(0, text.lastIndexOf('\n') + 1);
            channel.truncate(complete.getBytes(StandardCharsets.UTF_8).length);
            channel.position(channel.size());
            found = complete.lines().map(line -> Json.read(line, Line.class)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The complete lines that the file had when it was opened. */
    List<Line> found() {
        return found;
    }

    void append(Line line) {
        try {
            var bytes = ByteBuffer.wrap((Json.write(line) + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
