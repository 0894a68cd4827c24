package hk.itf.infra.benchmark.lifecycle;

import hk.itf.infra.benchmark.load.Person;

/**
 * One grant on its way from draft to completed award. Only one worker at a time acts on it, apart from the two assessors.
 */
final class Life {

    private final Person applicant;
    private final String organisation;
    private String id = "";
    private String tranche = "";
    private long startNanos;

    Life(Person applicant, String organisation) {
        this.applicant = applicant;
        this.organisation = organisation;
    }

    void started(long nanos) {
        startNanos = nanos;
    }

    void drafted(String grant) {
        id = grant;
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

    String id() {
        return id;
    }

    String path() {
        return "/applications/" + id;
    }

    String tranchePath() {
        return "/tranches/" + tranche;
    }

    long startNanos() {
        return startNanos;
    }
}
