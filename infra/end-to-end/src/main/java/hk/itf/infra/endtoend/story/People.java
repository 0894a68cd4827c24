package hk.itf.infra.endtoend.story;

import java.util.List;
import java.util.UUID;

/**
 * The people of the journeys. The staff of the fund are the same persons in every journey. Every applicant is a new person,
 * so no quota is used up.
 */
public final class People {

    public final Person secretary;
    public final Person claimsOfficer;
    public final Person firstAssessor;
    public final Person secondAssessor;
    public final Person thirdAssessor;
    public final Person commissioner;
    public final Person courseChair;
    public final Person trainingOfficer;
    public final Person deputyCommissioner;
    public final Person caseOfficer;
    public final Person schemeAdmin;
    public final Person chair;
    public final List<Person> members;
    public final Person preparer;
    public final Person releaser;
    public final Person verifier;
    public final Person controller;
    public final Person secondController;
    public final Person auditor;
    public final Person operator;
    private final Platform platform;

    public People(Platform platform) {
        this.platform = platform;
        secretary = Person.of(platform, "Carol", "secretariat");
        claimsOfficer = Person.of(platform, "Dora", "secretariat");
        firstAssessor = Person.of(platform, "Eva", "assessor");
        secondAssessor = Person.of(platform, "Frank", "assessor");
        thirdAssessor = Person.of(platform, "Wendy", "assessor");
        commissioner = Person.of(
                platform,
                "Grace",
                "decision-authority",
                "decision-authority/commissioner",
                "decision-authority/senior-manager");
        courseChair = Person.of(platform, "Nora", "decision-authority", "decision-authority/course-vetting-panel");
        trainingOfficer = Person.of(platform, "Paul", "decision-authority", "decision-authority/vtc-secretariat");
        deputyCommissioner =
                Person.of(platform, "Quinn", "decision-authority", "decision-authority/deputy-commissioner");
        caseOfficer = Person.of(platform, "Rosa", "secretariat");
        schemeAdmin = Person.of(platform, "Sam", "scheme-admin");
        chair = Person.of(platform, "Tess", "panel-chair", "panel-member");
        members = List.of(Person.of(platform, "Uma", "panel-member"), Person.of(platform, "Vera", "panel-member"));
        preparer = Person.of(platform, "Henry", "finance-preparer");
        releaser = Person.of(platform, "Iris", "finance-releaser");
        verifier = Person.of(platform, "Jack", "payee-verifier");
        controller = Person.of(platform, "Karl", "fund-controller");
        secondController = Person.of(platform, "Lena", "fund-controller");
        auditor = Person.of(platform, "Max", "auditor");
        operator = Person.of(platform, "Olga", "operator");
    }

    /** A new person in the role of applicant. */
    public Person newApplicant() {
        return Person.of(platform, "Ada-" + UUID.randomUUID().toString().substring(0, 6), "applicant");
    }

    /** The same person with the roles of a second account. */
    public Person sameAs(Person person, String... roles) {
        return Person.of(platform, person.name(), roles);
    }
}
