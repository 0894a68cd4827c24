package hk.itf.applications.training;

import static hk.itf.applications.Applicant.hkd;

import hk.itf.applications.Applicant;
import hk.itf.applications.SimulatedFund;
import hk.itf.infra.testkit.TestClock;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A company that sends people to courses, through the public API. */
final class Company {

    private final Applicant ada = Applicant.somebody();
    private final String organisation = ada.registerOrganisation();

    private final LocalDate commences;

    /** A company whose courses commence in six months, after every lead time. */
    Company() {
        this(TestClock.today().plusMonths(6).withDayOfMonth(2));
    }

    /** @param commences the day on which the courses of the company commence */
    Company(LocalDate commences) {
        this.commences = commences;
    }

    String organisation() {
        return organisation;
    }

    LocalDate commences() {
        return commences;
    }

    Applicant people() {
        return ada;
    }

    Response draft(String scheme, Map<String, Object> answers) {
        return ada.keyedRequest()
                .body(Map.of("scheme", scheme, "organisation", organisation, "answers", answers))
                .post("/applications");
    }

    String drafted(String scheme, Map<String, Object> answers) {
        return draft(scheme, answers).then().statusCode(201).extract().path("id");
    }

    /** A course on the register. */
    String registerCourse(SimulatedFund fund, String ceiling) {
        var id = drafted("nittp-course", course(ceiling));
        ada.submit(id).then().statusCode(201);
        fund.startAssessment(id);
        fund.approveRegisterEntry(id);
        ada.awaitStatus(id, "COMPLETED");
        return ada.read(id).path("reference");
    }

    Map<String, Object> course(String ceiling) {
        return Map.of(
                "course-title",
                "Machine vision for production lines",
                "provider-name",
                "Harbour Training Limited",
                "provider-experience-years",
                5,
                "content",
                "Cameras, models and their use on a line.",
                "first-commencement",
                commences.toString(),
                "last-commencement",
                commences.plusYears(2).toString(),
                "ceiling",
                hkd(ceiling));
    }

    static HashMap<String, Object> training(String course, LocalDate commences, List<Map<String, Object>> trainees) {
        var answers = new HashMap<String, Object>();
        answers.put("registered", true);
        answers.put("subvented", false);
        answers.put("course", course);
        answers.put("course-commencement", commences.toString());
        answers.put("course-end", commences.plusMonths(1).toString());
        answers.put("trainees", trainees);
        return answers;
    }

    static Map<String, Object> trainee(String fee) {
        return trainee("Z" + UUID.randomUUID(), fee);
    }

    static Map<String, Object> trainee(String identity, String fee) {
        var trainee = new HashMap<String, Object>();
        trainee.put("name", "Chan Tai Man");
        trainee.put("identity", identity);
        trainee.put("permanent-resident", true);
        trainee.put("full-time", true);
        trainee.put("mpf-three-months", true);
        trainee.put("qualified", true);
        trainee.put("experience-years", 3);
        trainee.put("fee", hkd(fee));
        return trainee;
    }

    static Map<String, Object> line(int row, String paid, int attended, int lessons) {
        return Map.of(
                "row",
                row,
                "paid",
                hkd(paid),
                "evidence",
                Map.of("attended", attended, "lessons", lessons, "fees-confirmed", true));
    }
}
