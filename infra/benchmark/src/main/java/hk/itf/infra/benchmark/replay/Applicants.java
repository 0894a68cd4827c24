package hk.itf.infra.benchmark.replay;

import static hk.itf.infra.local.Service.APPLICATIONS;
import static hk.itf.infra.local.Service.DISBURSEMENT;

import com.fasterxml.jackson.databind.JsonNode;
import hk.itf.infra.benchmark.load.HttpReply;
import hk.itf.infra.benchmark.load.LoadClient;
import hk.itf.infra.benchmark.load.Person;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The requests of applicants. Each act looks first whether it was done before an interruption. */
final class Applicants {

    private static final byte[] PAPER = "%PDF-1.7 audited accounts".getBytes(StandardCharsets.US_ASCII);

    private Applicants() {}

    /** Returns the id of the new organisation. */
    static String register(LoadClient client, Person applicant, Project project) {
        var kind = project instanceof Project.Research ? "RD_CENTRE" : "COMPANY";
        return client.post(
                        applicant,
                        APPLICATIONS,
                        "/organisations",
                        Map.of("name", "Organisation " + project.number(), "kind", kind))
                .require(201, "The registration of an organisation")
                .json()
                .path("id")
                .asText();
    }

    /** Files bank details, which the verifier verifies. */
    static void fileAndVerifyPayee(LoadClient client, ReplayedProject project, Person verifier) {
        var payees = "/organisations/" + project.organisation() + "/payees";
        var version = client.post(
                        project.applicant(),
                        DISBURSEMENT,
                        payees,
                        Map.of(
                                "holder", "Organisation " + project.project().number(),
                                "bankCode", "024",
                                "accountNumber", "123456789"))
                .require(201, "The filing of bank details")
                .json()
                .path("number")
                .asText();
        client.post(
                        verifier,
                        DISBURSEMENT,
                        payees + "/" + version + "/verification",
                        Map.of("evidence", "Called back on the number on file."))
                .require(200, "The verification of bank details");
    }

    /** Returns the id of the new grant. */
    static String draft(LoadClient client, ReplayedProject project, Map<String, Object> answers) {
        return client.post(
                        project.applicant(),
                        APPLICATIONS,
                        "/applications",
                        Map.of(
                                "scheme",
                                project.project().scheme(),
                                "organisation",
                                project.organisation(),
                                "answers",
                                answers))
                .require(201, "The draft of an application")
                .json()
                .path("id")
                .asText();
    }

    static HttpReply read(LoadClient client, ReplayedProject project) {
        return client.get(project.applicant(), APPLICATIONS, project.path())
                .require(200, "The reading of an application");
    }

    static String status(LoadClient client, ReplayedProject project) {
        return read(client, project).json().path("status").asText();
    }

    static void submitDraft(LoadClient client, ReplayedProject project) {
        var read = read(client, project);
        if (read.json().path("status").asText().equals("DRAFT")) {
            client.post(project.applicant(), APPLICATIONS, project.path() + "/submission", Map.of(), read.etag())
                    .require(201, "The submission of an application");
        }
    }

    static void acceptOffer(LoadClient client, ReplayedProject project) {
        var read = read(client, project);
        if (read.json().path("status").asText().equals("OFFERED")) {
            client.post(project.applicant(), APPLICATIONS, project.path() + "/acceptance", Map.of(), read.etag())
                    .require(200, "The acceptance of an offer");
        }
    }

    /**
     * Files a claim on a tranche unless it is filed.
     *
     * @param tranche counted from 0
     * @param kind PAYMENT, REPORT or ACCOUNTS
     */
    static void claim(LoadClient client, ReplayedProject project, int tranche, String kind) {
        var application = read(client, project).json();
        var id = application.at("/tranches/" + tranche + "/id").asText();
        var claims = project.path() + "/claims";
        for (var claim : claims(client, project)) {
            if (claim.path("tranche").asText().equals(id)
                    && claim.path("kind").asText().equals(kind)) {
                submitClaim(client, project, claims + "/" + claim.path("id").asText());
                return;
            }
        }
        var draft = client.post(
                        project.applicant(),
                        APPLICATIONS,
                        claims,
                        Map.of(
                                "tranche",
                                id,
                                "kind",
                                kind,
                                "lines",
                                lines(project.project(), kind),
                                "report",
                                "The project is on schedule."))
                .require(201, "The draft of a claim");
        submitClaim(client, project, claims + "/" + draft.json().path("id").asText());
    }

    static JsonNode claims(LoadClient client, ReplayedProject project) {
        return client.get(project.applicant(), APPLICATIONS, project.path() + "/claims")
                .require(200, "The list of claims")
                .json();
    }

    /** Attaches the documents that a drafted claim lacks, and submits it. */
    private static void submitClaim(LoadClient client, ReplayedProject project, String claim) {
        var read = client.get(project.applicant(), APPLICATIONS, claim).require(200, "The reading of a claim");
        if (!read.json().path("status").asText().equals("DRAFT")) {
            return;
        }
        for (var missing : read.json().path("missing")) {
            var document = missing.path("pointer").asText().replace("/papers/", "");
            client.upload(
                            project.applicant(),
                            APPLICATIONS,
                            claim + "/papers?document=" + document + "&name=" + document + ".pdf",
                            PAPER)
                    .require(201, "The upload of a paper");
        }
        var complete = client.get(project.applicant(), APPLICATIONS, claim).require(200, "The reading of a claim");
        client.post(project.applicant(), APPLICATIONS, claim + "/submission", Map.of(), complete.etag())
                .require(200, "The submission of a claim");
    }

    private static List<?> lines(Project project, String kind) {
        return switch (project) {
            case Project.Post post ->
                IntStream.rangeClosed(1, Project.Post.QUARTER)
                        .mapToObj(month -> Map.of("month", month, "paid", Answers.hkd(post.salary())))
                        .toList();
            case Project.Research research ->
                kind.equals("ACCOUNTS") ? List.of(Map.of("paid", Answers.hkd(research.cost()))) : List.of();
        };
    }
}
