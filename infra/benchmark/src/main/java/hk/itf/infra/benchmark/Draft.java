package hk.itf.infra.benchmark;

import static hk.itf.infra.local.Service.APPLICATIONS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A complete application that waits for its submission. */
record Draft(String id, String etag, Client applicant) {

    /** The scheme allows an organisation this many posts at a time. */
    static final int PER_ORGANISATION = 4;

    void submit() {
        applicant
                .post(APPLICATIONS, "/applications/" + id + "/submission", Map.of(), etag)
                .expect(201);
    }

    /** Ordered so that neighbours belong to different organisations and do not wait for one another's quota. */
    static List<Draft> prepare(LocalPlatform platform, int count, int connections) {
        var organisations = Math.ceilDiv(count, PER_ORGANISATION);
        var drafts = new Draft[PER_ORGANISATION][organisations];
        var answers = answers(platform);
        Load.run(connections, organisations, (connection, index) -> {
            var applicant = platform.stranger("applicant");
            var organisation = applicant
                    .post(APPLICATIONS, "/organisations", Map.of("name", "Benchmark Limited", "kind", "COMPANY"))
                    .expect(201)
                    .text("id");
            for (var post = 0; post < PER_ORGANISATION; post++) {
                var reply = applicant
                        .post(
                                APPLICATIONS,
                                "/applications",
                                Map.of("scheme", "rth", "organisation", organisation, "answers", answers))
                        .expect(201);
                drafts[post][index] = new Draft(reply.text("id"), reply.etag(), applicant);
            }
        });
        var ordered = new ArrayList<Draft>();
        for (var round : drafts) {
            ordered.addAll(List.of(round));
        }
        return ordered.subList(0, count);
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
        answers.put(
                "engagement-start",
                platform.today().plusMonths(1).withDayOfMonth(1).toString());
        answers.put("engagement-months", 12);
        answers.put("monthly-salary", Map.of("amount", "42000.00", "currency", "HKD"));
        answers.put("duties", "Designs the control software of a harbour crane.");
        return answers;
    }
}
