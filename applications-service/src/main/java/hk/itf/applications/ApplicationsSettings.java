package hk.itf.applications;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Settings of applications-service. */
@ConfigMapping(prefix = "itf")
public interface ApplicationsSettings {

    /** Schemes. */
    Schemes schemes();

    /** Attachments. */
    Papers papers();

    /** Notices to applicants. */
    Notices notices();

    /** Where schemes come from beside those shipped. */
    interface Schemes {
        /** A directory with further scheme files ({@code *.yaml}); read once, at start. */
        Optional<Path> directory();
    }

    /** Where attachments are kept. */
    interface Papers {
        /** The directory that holds the files, named by their SHA-256. */
        @WithDefault("papers")
        Path directory();

        /** The largest file taken, in bytes. */
        @WithDefault("10485760")
        int largestBytes();
    }

    /** Where notices go beside the API. */
    interface Notices {
        /** A directory in which every notice appears as a JSON file, for an e-mail relay to pick up; none by default. */
        Optional<Path> directory();
    }
}
