package hk.itf.applications.notice;

import hk.itf.applications.ApplicationsSettings;
import hk.itf.applications.notice.Notices.Notice;
import hk.itf.model.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Writes a notice, in all three languages, to a JSON file for the e-mail relay. A complete file is named after the id of
 * the notice; an incomplete file ends in {@code .part}.
 */
@ApplicationScoped
class WriteNotice {

    private static final Logger LOG = Logger.getLogger(WriteNotice.class);

    private final Notices notices;
    private final ApplicationsSettings settings;

    WriteNotice(Notices notices, ApplicationsSettings settings) {
        this.notices = notices;
        this.settings = settings;
    }

    /** A page of notices that no file holds yet. Empty while the settings name no directory. */
    List<Notice> unwritten(Optional<Notice> after) {
        return settings.noticesDirectory().isPresent()
                ? notices.listUnwritten(after.map(Notice::id), ApplicationsSettings.SWEEP_PAGE)
                : List.of();
    }

    /** Writes the file. After a crash before the row is marked, the same file is written again. */
    void handle(Notice notice) {
        var directory = settings.noticesDirectory().orElseThrow();
        try {
            Files.createDirectories(directory);
            var complete = directory.resolve(notice.id() + ".json");
            var partial = directory.resolve(notice.id() + ".part");
            Files.writeString(partial, Json.write(notice));
            Files.move(partial, complete, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            notices.markWritten(notice.id());
        } catch (IOException e) {
            LOG.warnf("notice %s could not be written; the sweeper tries again: %s", notice.id(), e.getMessage());
        }
    }
}
