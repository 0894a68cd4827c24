package hk.itf.infra.benchmark;

import static hk.itf.infra.local.Service.APPLICATIONS;

import hk.itf.infra.local.http.ServiceReply;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An application in draft with all answers, ready for submission. */
record DraftApplication(String id, String etag, BenchmarkPerson applicant) {

    /** Largest number of posts that the scheme allows an organisation at the same time. */
    static final int PER_ORGANISATION = 4;

    void submit() {
        applicant.post(APPLICATIONS, "/applications/" + id + "/submission", Map.of(), etag, 201);
    }

    /** Creates them so that neighbours belong to different organisations and do not wait for the same allowance lock. */
    static List<DraftApplication> create(LocalPlatform platform, int count, int connections) {
        var organisations = Math.ceilDiv(count, PER_ORGANISATION);
        var drafts = new DraftApplication[PER_ORGANISATION][organisations];
        var answers = answers(platform);
        ClosedLoop.run(connections, organisations, (connection, index) -> {
            var applicant = BenchmarkPerson.create(platform, "applicant");
            var organisation = id(applicant.post(
                    APPLICATIONS, "/organisations", Map.of("name", "Benchmark Limited", "kind", "COMPANY"), 201));
            var draft = Map.of("scheme", "rth", "organisation", organisation, "answers", answers);
            for (var post = 0; post < PER_ORGANISATION; post++) {
                var reply = applicant.post(APPLICATIONS, "/applications", draft, 201);
                drafts[post][index] = new DraftApplication(id(reply), Objects.requireNonNull(reply.etag()), applicant);
            }
        });
        var ordered = new ArrayList<DraftApplication>();
        for (var oneEach : drafts) {
            ordered.addAll(List.of(oneEach));
        }
        return ordered.subList(0, count);
    }

    /** The first day of next month. */
    static LocalDate engagementStart(LocalPlatform platform) {
        return platform.today().plusMonths(1).withDayOfMonth(1);
    }

    private static String id(ServiceReply created) {
        return created.json().path("id").asText();
    }

    private static Map<String, Object> answers(LocalPlatform platform) {
        var answers = new HashMap<String, Object>();
        answers.put("stream", "tc");
        answers.put("conducts-rd", true);
        answers.put("substantive-business", true);
        answers.put("registered", true);
        answers.put("subvented", false);
        answers.put("talent-name", "Chan Tai Man");
        answers.put("degree", "doctoral");
        answers.put("degree-stem", true);
        answers.put("degree-origin", "local");
        answers.put("right-to-work", true);
        answers.put("related", false);
        answers.put("open-selection", true);
        answers.put("engagement-start", engagementStart(platform).toString());
        answers.put("engagement-months", 12);
        answers.put("monthly-salary", Map.of("amount", "42000.00", "currency", "HKD"));
        answers.put("duties", "Designs the control software of a harbour crane.");
        return answers;
    }
}
