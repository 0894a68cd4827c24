package hk.itf.infra.local;

import java.util.Locale;

/** The three services, and what each is called where. */
public enum Service {
    APPLICATIONS("itf-applications"),
    ASSESSMENT("itf-assessment"),
    DISBURSEMENT("itf-disbursement");

    private final String audience;

    Service(String audience) {
        this.audience = audience;
    }

    /** The word used for the database, its role, the log file, the pid file and on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String database() {
        return word();
    }

    /** The Maven module's folder below the project's root. */
    public String folder() {
        return word() + "-service";
    }

    /** What a token must be addressed to for this service to accept it. */
    public String audience() {
        return audience;
    }
}
