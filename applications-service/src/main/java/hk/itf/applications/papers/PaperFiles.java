package hk.itf.applications.papers;

import hk.itf.applications.ApplicationsSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Stores the contents of papers as files named by their SHA-256. Two uploads of the same content share one file. A file is
 * forced to disk before the row that names it is committed, so no row lacks its file.
 */
@ApplicationScoped
class PaperFiles {

    private final Path directory;

    PaperFiles(ApplicationsSettings settings) {
        this.directory = settings.papersDirectory();
    }

    void keep(String sha256, byte[] content) {
        var file = file(sha256);
        if (Files.exists(file)) {
            return;
        }
        try {
            var folder = Files.createDirectories(folder(sha256));
            var partial = Files.createTempFile(folder, "upload-", ".part");
            try (var channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
                var buffer = ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(folder);
            force(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("the paper could not be written; the disk may be full", e);
        }
    }

    /** Forces a folder to disk. Without that a new file in the folder could be lost in a power failure. */
    private static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    byte @Nullable [] read(String sha256) {
        try {
            return Files.readAllBytes(file(sha256));
        } catch (IOException e) {
            return null;
        }
    }

    private Path folder(String sha256) {
        return directory.resolve(sha256.substring(0, 2));
    }

    private Path file(String sha256) {
        return folder(sha256).resolve(sha256);
    }
}
