package hk.itf.applications.notice;

import hk.itf.applications.ApplicationsSettings;
import hk.itf.applications.notice.Notices.Notice;
import hk.itf.model.event.EventCodec;
import hk.itf.model.json.Json;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jboss.logging.Logger;

/** Writes a notice to a file for the e-mail relay. The file gets its name once it is complete. */
@ApplicationScoped
class WriteNotice {

    private static final Logger LOG = Logger.getLogger(WriteNotice.class);

    private static final int BATCH = 100;

    private final Notices notices;
    private final ApplicationsSettings settings;

    WriteNotice(Notices notices, ApplicationsSettings settings) {
        this.notices = notices;
        this.settings = settings;
    }

    /** Empty while no directory is set. */
    List<Notice> unwritten() {
        return settings.noticesDirectory().isPresent() ? notices.unwritten(BATCH) : List.of();
    }

    /** A crash between the two steps writes the same file again; the relay sees one name, one notice. */
    void handle(Notice notice) {
        var directory = settings.noticesDirectory().orElseThrow();
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
