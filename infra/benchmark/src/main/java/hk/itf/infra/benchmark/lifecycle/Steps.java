package hk.itf.infra.benchmark.lifecycle;

import static hk.itf.infra.local.Service.APPLICATIONS;
import static hk.itf.infra.local.Service.DISBURSEMENT;

import com.fasterxml.jackson.databind.JsonNode;
import hk.itf.infra.benchmark.LocalPlatform;
import hk.itf.infra.benchmark.load.HttpReply;
import hk.itf.infra.benchmark.load.LoadClient;
import hk.itf.infra.benchmark.load.Person;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The requests of the applicant and of finance staff in the life of a research post of three months. */
final class Steps {

    static final int MONTHS = 3;

    private static final int PRECONDITION_FAILED = 412;
    private static final String SALARY = "30000.00";
    private static final byte[] PAPER = "%PDF-1.7 a payslip".getBytes(StandardCharsets.US_ASCII);

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

    /** Drafts the application with all its answers. */
    void draft(LoadClient client, Life life) {
        var draft = client.post(
                        life.applicant(),
                        APPLICATIONS,
                        "/applications",
                        Map.of("scheme", "rth", "organisation", life.organisation(), "answers", answers))
                .require(201, "The draft of an application");
        life.drafted(draft.json().path("id").asText(), draft.etag());
    }

    /** Submits the draft. */
    void submit(LoadClient client, Life life) {
        client.post(life.applicant(), APPLICATIONS, life.path() + "/submission", Map.of(), life.etag())
                .require(201, "The submission of an application");
    }

    /** Reads the application. */
    HttpReply read(LoadClient client, Life life) {
        return client.get(life.applicant(), APPLICATIONS, life.path()).require(200, "The reading of an application");
    }

    /** Withdraws the application; tries again if vetting changed it in between. */
    void withdraw(LoadClient client, Life life) {
        var reply = client.post(
                life.applicant(),
                APPLICATIONS,
                life.path() + "/withdrawal",
                Map.of("reason", "The candidate has taken another post."),
                read(client, life).etag());
        if (reply.status() == PRECONDITION_FAILED) {
            withdraw(client, life);
        } else {
            reply.require(200, "The withdrawal of an application");
        }
    }

    /** Accepts the offer, which the applicant has read. The answer names the tranches. */
    void accept(LoadClient client, Life life, HttpReply offer) {
        var accepted = client.post(life.applicant(), APPLICATIONS, life.path() + "/acceptance", Map.of(), offer.etag())
                .require(200, "The acceptance of an offer");
        life.hasTranche(accepted.json().at("/tranches/0/id").asText());
    }

    /** Drafts a claim for the first tranche, with one line a month, reads it and submits it. */
    void claim(LoadClient client, Life life) {
        var lines = IntStream.rangeClosed(1, MONTHS)
                .mapToObj(month -> Map.of("month", month, "paid", hkd(SALARY)))
                .toList();
        var draft = client.post(
                        life.applicant(),
                        APPLICATIONS,
                        life.path() + "/claims",
                        Map.of(
                                "tranche",
                                life.tranche(),
                                "kind",
                                "PAYMENT",
                                "lines",
                                lines,
                                "report",
                                "The prototype runs."))
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

    /** The preparer prepares the payment of the due tranche. Returns the ETag of the prepared tranche. */
    @Nullable
    String prepare(Clerk clerk, Life life, HttpReply due) {
        return clerk.client()
                .post(clerk.preparer(), DISBURSEMENT, life.tranchePath() + "/preparation", Map.of(), due.etag())
                .require(200, "The preparation of a tranche")
                .etag();
    }

    /** The releaser reads the prepared tranche and releases it. */
    void readAndRelease(Clerk clerk, Life life) {
        var prepared = clerk.client()
                .get(clerk.releaser(), DISBURSEMENT, life.tranchePath())
                .require(200, "The reading of a tranche");
        release(clerk.client(), clerk.releaser(), life, prepared.etag());
    }

    /** @param etag of the prepared tranche */
    void release(LoadClient client, Person releaser, Life life, @Nullable String etag) {
        client.post(releaser, DISBURSEMENT, life.tranchePath() + "/release", Map.of(), etag)
                .require(200, "The release of a tranche");
    }

    /** Whether the applicant sees the tranche paid and the grant completed. */
    boolean isCompleted(LoadClient client, Life life) {
        var application = read(client, life).json();
        return application.path("status").asText().equals("COMPLETED")
                && application.at("/tranches/0/status").asText().equals("PAID");
    }

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
