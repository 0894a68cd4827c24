package hk.itf.infra.local;

import java.util.Locale;

/** The three services and their names. */
public enum Service {
    APPLICATIONS("itf-applications"),
    ASSESSMENT("itf-assessment"),
    DISBURSEMENT("itf-disbursement");

    private final String audience;

    Service(String audience) {
        this.audience = audience;
    }

    /** Name of the service on the command line, and of its database, database role, log file and pid file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String database() {
        return word();
    }

    /** Folder of the Maven module below the root folder of the project. */
    public String folder() {
        return word() + "-service";
    }

    /** Audience that a token must name for this service. */
    public String audience() {
        return audience;
    }
}
