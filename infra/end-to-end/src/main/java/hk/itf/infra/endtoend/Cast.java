package hk.itf.infra.endtoend;

import java.util.UUID;

/** Who acts in a journey. Applicants are new each time, so that quotas start empty; the fund's people are always the same. */
final class Cast {

    final Person secretary;
    final Person claimsOfficer;
    final Person firstAssessor;
    final Person secondAssessor;
    final Person commissioner;
    final Person preparer;
    final Person releaser;
    final Person verifier;
    final Person controller;
    final Person secondController;
    final Person auditor;
    private final Platform platform;

    Cast(Platform platform) {
        this.platform = platform;
        secretary = Person.of(platform, "Carol", "secretariat");
        claimsOfficer = Person.of(platform, "Dora", "secretariat");
        firstAssessor = Person.of(platform, "Eva", "assessor");
        secondAssessor = Person.of(platform, "Frank", "assessor");
        commissioner = Person.of(
                platform,
                "Grace",
                "decision-authority",
                "decision-authority/commissioner",
                "decision-authority/senior-manager");
        preparer = Person.of(platform, "Henry", "finance-preparer");
        releaser = Person.of(platform, "Iris", "finance-releaser");
        verifier = Person.of(platform, "Jack", "payee-verifier");
        controller = Person.of(platform, "Karl", "fund-controller");
        secondController = Person.of(platform, "Lena", "fund-controller");
        auditor = Person.of(platform, "Max", "auditor");
    }

    Person applicant() {
        return Person.of(platform, "Ada-" + UUID.randomUUID().toString().substring(0, 6), "applicant");
    }

    /** The same natural person with other roles, as a second account would have them. */
    Person sameAs(Person person, String... roles) {
        return Person.of(platform, person.name(), roles);
    }
}
