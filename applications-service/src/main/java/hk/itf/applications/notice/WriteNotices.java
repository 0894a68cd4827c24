package hk.itf.applications.notice;

import hk.itf.applications.ApplicationsSettings;
import hk.itf.applications.notice.Notices.Notice;
import hk.itf.model.json.Json;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jboss.logging.Logger;

/** Puts notices where an e-mail relay finds them: one file each, complete from the moment it has its name. */
@ApplicationScoped
class WriteNotices {

    private static final Logger LOG = Logger.getLogger(WriteNotices.class);

    private final Notices notices;
    private final ApplicationsSettings settings;

    WriteNotices(Notices notices, ApplicationsSettings settings) {
        this.notices = notices;
        this.settings = settings;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        settings.noticesDirectory()
                .ifPresent(directory -> notices.unwritten(100).forEach(each -> write(directory, each)));
    }

    /** A crash between the two steps writes the same file again; the relay sees one name, one notice. */
    private void write(Path directory, Notice notice) {
        try {
            Files.createDirectories(directory);
            var complete = directory.resolve(notice.id() + ".json");
            var partial = directory.resolve(notice.id() + ".part");
            Files.writeString(partial, Json.write(notice));
            Files.move(partial, complete, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            notices.written(notice.id());
        } catch (IOException e) {
            LOG.warnf("notice %s could not be written and is tried again: %s", notice.id(), e.getMessage());
        }
    }
}
