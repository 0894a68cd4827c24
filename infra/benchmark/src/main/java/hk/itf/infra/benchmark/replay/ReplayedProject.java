package hk.itf.infra.benchmark.replay;

import hk.itf.infra.benchmark.load.Person;

/** A project of the replay with what the services have given it. One thread at a time acts on it. */
final class ReplayedProject {

    private final Project project;
    private String organisation = "";
    private String grant = "";
    private Person applicant = new Person("", "");

    ReplayedProject(Project project) {
        this.project = project;
    }

    Project project() {
        return project;
    }

    String applicantName() {
        return "Replay-applicant-" + project.number();
    }

    /** The applicant with a token that still holds. */
    Person applicant() {
        return applicant;
    }

    void actsAs(Person person) {
        applicant = person;
    }

    void registered(String organisationId) {
        organisation = organisationId;
    }

    void drafted(String grantId) {
        grant = grantId;
    }

    String organisation() {
        return organisation;
    }

    String grant() {
        return grant;
    }

    String path() {
        return "/applications/" + grant;
    }
}
