package hk.itf.applications;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Settings of applications-service. */
@ConfigMapping(prefix = "itf.applications")
public interface ApplicationsSettings {

    /** The number of due candidates in a page of a sweep, such as offers. A sweep handles at most ten pages. */
    int SWEEP_PAGE = 100;

    /** The number of candidates at which a sweep looks that may still wait, such as reports under review. */
    int SWEEP_WINDOW = 500;

    /** A directory with further scheme files ({@code *.yaml}) beside those shipped; read once, at start. */
    Optional<Path> schemesDirectory();

    /**
     * The first day of scheme versions whose day nobody published, by {@code scheme/version}; a version without one is not
     * in force here.
     */
    Map<String, LocalDate> schemeStarts();

    /** The directory that holds attachments, named by their SHA-256. */
    Path papersDirectory();

    /** The largest attachment taken, in bytes. */
    @WithDefault("10485760")
    int largestPaperBytes();

    /** A directory in which every notice appears as a JSON file, for an e-mail relay to pick up; none by default. */
    Optional<Path> noticesDirectory();

    /** How many days before a report is due its grantee is told so. */
    @WithDefault("14")
    int reportNoticeDays();

    /**
     * How often deadlines of offers, claims and reports are looked at. The scheduler's beat is a second: anything shorter is a
     * second.
     */
    @WithDefault("2s")
    Duration sweepEvery();
}
