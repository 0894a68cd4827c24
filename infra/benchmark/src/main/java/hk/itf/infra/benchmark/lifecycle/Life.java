package hk.itf.infra.benchmark.lifecycle;

import hk.itf.infra.benchmark.load.Person;
import org.jspecify.annotations.Nullable;

/**
 * One grant on its way from draft to completed award. Only one worker at a time acts on it, apart from the two assessors.
 */
final class Life {

    private final Person applicant;
    private final String organisation;
    private String id = "";
    private String tranche = "";
    private @Nullable String etag;
    private long startNanos;

    Life(Person applicant, String organisation) {
        this.applicant = applicant;
        this.organisation = organisation;
    }

    void started(long nanos) {
        startNanos = nanos;
    }

    void drafted(String grant, @Nullable String version) {
        id = grant;
        etag = version;
    }

    void hasTranche(String first) {
        tranche = first;
    }

    Person applicant() {
        return applicant;
    }

    String organisation() {
        return organisation;
    }

    /** ETag of the draft. */
    @Nullable
    String etag() {
        return etag;
    }

    String id() {
        return id;
    }

    String path() {
        return "/applications/" + id;
    }

    String tranche() {
        return tranche;
    }

    String tranchePath() {
        return "/tranches/" + tranche;
    }

    long startNanos() {
        return startNanos;
    }
}
