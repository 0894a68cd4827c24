package hk.itf.infra.benchmark.lifecycle;

import static hk.itf.infra.local.Service.APPLICATIONS;
import static hk.itf.infra.local.Service.DISBURSEMENT;

import com.fasterxml.jackson.databind.JsonNode;
import hk.itf.infra.benchmark.LocalPlatform;
import hk.itf.infra.benchmark.load.HttpReply;
import hk.itf.infra.benchmark.load.LoadClient;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** The requests of the applicant and of finance staff in the life of a research post of three months. */
final class Steps {

    static final int MONTHS = 3;

    private static final String SALARY = "30000.00";

    private final LocalPlatform platform;
    private final Map<String, Object> answers;

    Steps(LocalPlatform platform) {
        this.platform = platform;
        answers = answers(platform);
    }

    /** A new applicant registers an organisation and files its bank details, which the payee verifier verifies. */
    Life register(Clerk clerk) {
        var client = clerk.client();
        var applicant = platform.newPerson("applicant");
        var organisation = client.post(
                        applicant,
                        APPLICATIONS,
                        "/organisations",
                        Map.of("name", "Harbour Robotics Limited", "kind", "COMPANY"))
                .require(201, "The registration of an organisation")
                .json()
                .path("id")
                .asText();
        var acting = platform.actingFor(applicant, organisation);
        var payees = "/organisations/" + organisation + "/payees";
        var version = client.post(
                        acting,
                        DISBURSEMENT,
                        payees,
                        Map.of("holder", "Harbour Robotics Limited", "bankCode", "024", "accountNumber", "123456789"))
                .require(201, "The filing of bank details")
                .json()
                .path("number")
                .asText();
        client.post(
                        clerk.verifier(),
                        DISBURSEMENT,
                        payees + "/" + version + "/verification",
                        Map.of("evidence", "Called back on the number on file."))
                .require(200, "The verification of bank details");
        return new Life(acting, organisation);
    }

    /** Drafts and submits the application. */
    void apply(LoadClient client, Life life) {
        var draft = client.post(
                        life.applicant(),
                        APPLICATIONS,
                        "/applications",
                        Map.of("scheme", "rth", "organisation", life.organisation(), "answers", answers))
                .require(201, "The draft of an application");
        life.drafted(draft.json().path("id").asText());
        client.post(life.applicant(), APPLICATIONS, life.path() + "/submission", Map.of(), draft.etag())
                .require(201, "The submission of an application");
    }

    /** Reads the application. */
    HttpReply read(LoadClient client, Life life) {
        return client.get(life.applicant(), APPLICATIONS, life.path()).require(200, "The reading of an application");
    }

    /** Accepts the offer, which the applicant has read. Returns the application with its tranches. */
    JsonNode accept(LoadClient client, Life life, HttpReply offer) {
        return client.post(life.applicant(), APPLICATIONS, life.path() + "/acceptance", Map.of(), offer.etag())
                .require(200, "The acceptance of an offer")
                .json();
    }

    /** Drafts a claim for the first tranche, with one line a month, reads it and submits it. */
    void claim(LoadClient client, Life life, JsonNode application) {
        var tranche = application.at("/tranches/0/id").asText();
        life.hasTranche(tranche);
        var lines = IntStream.rangeClosed(1, MONTHS)
                .mapToObj(month -> Map.of("month", month, "paid", hkd(SALARY)))
                .toList();
        var draft = client.post(
                        life.applicant(),
                        APPLICATIONS,
                        life.path() + "/claims",
                        Map.of("tranche", tranche, "kind", "PAYMENT", "lines", lines, "report", "The prototype runs."))
                .require(201, "The draft of a claim");
        var claim = life.path() + "/claims/" + draft.json().path("id").asText();
        attachMissingPapers(client, life, claim, draft.json());
        var read = client.get(life.applicant(), APPLICATIONS, claim).require(200, "The reading of a claim");
        client.post(life.applicant(), APPLICATIONS, claim + "/submission", Map.of(), read.etag())
                .require(200, "The submission of a claim");
    }

    /** Attaches every document that the scheme asks for. */
    private static void attachMissingPapers(LoadClient client, Life life, String claim, JsonNode draft) {
        for (var missing : draft.path("missing")) {
            var document = missing.path("pointer").asText().replace("/papers/", "");
            client.upload(
                            life.applicant(),
                            APPLICATIONS,
                            claim + "/papers?document=" + document + "&name=" + document + ".pdf",
                            PAPER)
                    .require(201, "The upload of a paper");
        }
    }

    /** Reads the tranche as the preparer. */
    HttpReply tranche(Clerk clerk, Life life) {
        return clerk.client()
                .get(clerk.preparer(), DISBURSEMENT, life.tranchePath())
                .require(200, "The reading of a tranche");
    }

    /** One person prepares the payment of the tranche, another reads and releases it. */
    void pay(Clerk clerk, Life life, HttpReply due) {
        var client = clerk.client();
        var path = life.tranchePath();
        client.post(clerk.preparer(), DISBURSEMENT, path + "/preparation", Map.of(), due.etag())
                .require(200, "The preparation of a tranche");
        var prepared = client.get(clerk.releaser(), DISBURSEMENT, path).require(200, "The reading of a tranche");
        client.post(clerk.releaser(), DISBURSEMENT, path + "/release", Map.of(), prepared.etag())
                .require(200, "The release of a tranche");
    }

    private static final byte[] PAPER = "%PDF-1.7 a payslip".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private static Map<String, String> hkd(String amount) {
        return Map.of("amount", amount, "currency", "HKD");
    }

    /** A post that began four months ago, so that its first and only quarter can be claimed. */
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
                platform.today().minusMonths(4).withDayOfMonth(1).toString());
        answers.put("engagement-months", MONTHS);
        answers.put("monthly-salary", hkd(SALARY));
        answers.put("duties", "Designs the control software of a harbour crane.");
        return answers;
    }
}
