package hk.itf.infra.endtoend.story;

import static hk.itf.infra.local.Service.APPLICATIONS;

import hk.itf.model.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The acts of applicants at applications-service: applications, acceptances, claims, amendments and withdrawals. */
public final class Applicants {

    private final People people;
    private final StepLog steps;

    Applicants(People people, StepLog steps) {
        this.people = people;
        this.steps = steps;
    }

    public String registerOrganisation(Person applicant) {
        return registerOrganisation(applicant, "Harbour Robotics Limited", "COMPANY");
    }

    public String registerOrganisation(Person applicant, String name, String kind) {
        return applicant
                .post(APPLICATIONS, "/organisations", Map.of("name", name, "kind", kind))
                .expect(201)
                .text("id");
    }

    public Grant draft(Person applicant, String organisation, Post post) {
        return draft(applicant, organisation, "rth", post.answers());
    }

    public Grant draft(Person applicant, String organisation, String scheme, Map<String, Object> answers) {
        var reply = applicant
                .post(
                        APPLICATIONS,
                        "/applications",
                        Map.of("scheme", scheme, "organisation", organisation, "answers", answers))
                .expect(201);
        return new Grant(reply.text("id"), organisation, applicant);
    }

    /** A new person registers an organisation and submits an application for it. */
    public Grant apply(Post post) {
        var applicant = people.newApplicant();
        return apply(applicant, registerOrganisation(applicant), post);
    }

    public Grant apply(Person applicant, String organisation, Post post) {
        return apply(applicant, organisation, "rth", post.answers());
    }

    public Grant apply(Person applicant, String organisation, String scheme, Map<String, Object> answers) {
        var grant = draft(applicant, organisation, scheme, answers);
        var reply = submit(grant).expect(201);
        steps.add(applicant, "submits " + reply.text("reference"), "entitlement", reply.money("entitlement/amount"));
        return grant;
    }

    public Reply submit(Grant grant) {
        return grant.applicant().change(APPLICATIONS, grant.path(), grant.path() + "/submission", Map.of());
    }

    public Grant accept(Grant grant) {
        grant.applicant()
                .change(APPLICATIONS, grant.path(), grant.path() + "/acceptance", Map.of())
                .expect(200);
        steps.add(grant.applicant(), "accepts the offer", "the agreement is signed");
        return grant;
    }

    /** Withdraws the application; tries again if vetting changed it in between. */
    public void withdraw(Grant grant) {
        var reply = grant.applicant()
                .change(
                        APPLICATIONS,
                        grant.path(),
                        grant.path() + "/withdrawal",
                        Map.of("reason", "The candidate has taken another post."));
        if (reply.status() == 412) {
            withdraw(grant);
        } else {
            reply.expect(200);
        }
    }

    /** Withdraws all submitted applications of the person that are not decided. */
    public void withdrawUndecided(Person applicant) {
        var items =
                applicant.get(APPLICATIONS, "/applications?size=50").expect(200).body();
        for (var item : items.path("items")) {
            if (List.of("SUBMITTED", "IN_ASSESSMENT")
                    .contains(item.path("status").asText())) {
                withdraw(new Grant(
                        item.path("id").asText(), item.path("organisation").asText(), applicant));
            }
        }
    }

    /**
     * Claims a tranche of a research post, with one line per month. Returns the path of the claim.
     *
     * @param paid salaries of the months, in HKD
     */
    public String claim(Grant grant, int number, String... paid) {
        var lines = IntStream.range(0, paid.length)
                .mapToObj(i -> Map.of("month", i + 1, "paid", Person.hkd(paid[i])))
                .toList();
        return claim(grant, number, "PAYMENT", lines, "The prototype runs.");
    }

    /**
     * Drafts a claim, attaches the papers it lacks and submits it. Returns the path of the claim.
     *
     * @param number of the tranche
     * @param kind such as PAYMENT, ADVANCE or REPORT
     */
    public String claim(Grant grant, int number, String kind, List<?> lines, String report) {
        var claims = grant.path() + "/claims";
        var draft = grant.applicant()
                .post(
                        APPLICATIONS,
                        claims,
                        Map.of("tranche", grant.tranche(number), "kind", kind, "lines", lines, "report", report))
                .expect(201);
        var claim = claims + "/" + draft.text("id");
        attachMissingPapers(grant.applicant(), claim);
        grant.applicant()
                .change(APPLICATIONS, claim, claim + "/submission", Map.of())
                .expect(200);
        steps.add(
                grant.applicant(),
                kind.equals("ADVANCE") ? "claims an advance" : "files a claim for tranche " + number,
                "kind " + kind.toLowerCase(Locale.ROOT).replace('_', ' '),
                draft.money("claimed"));
        return claim;
    }

    /** Attaches every document that the scheme asks for and the claim lacks. */
    private static void attachMissingPapers(Person applicant, String claim) {
        for (var missing : applicant.get(APPLICATIONS, claim).expect(200).body().path("missing")) {
            var document = missing.path("pointer").asText().replace("/papers/", "");
            var content = "%%PDF-1.7 %s of %s".formatted(document, claim).getBytes(StandardCharsets.US_ASCII);
            applicant
                    .upload(
                            APPLICATIONS,
                            claim + "/papers?document=" + document + "&name=" + document + ".pdf",
                            content)
                    .expect(201);
        }
    }

    /** Drafts an amendment that ends the post early. */
    public Amendment draftEarlyEnd(Person editor, Grant grant, LocalDate lastDay, String reason) {
        return draftAmendment(editor, grant, "EARLY_END", Map.of("lastDay", lastDay.toString(), "reason", reason));
    }

    /** Drafts an amendment. */
    public Amendment draftAmendment(Person editor, Grant grant, String kind, Map<String, Object> rest) {
        var draft = amend(editor, grant, kind, rest).expect(201);
        return new Amendment(grant.path() + "/amendments/" + draft.text("id"), draft.money("awarded"));
    }

    /** Drafts an amendment, which may be refused. */
    public Reply amend(Person editor, Grant grant, String kind, Map<String, Object> rest) {
        var body = new HashMap<>(rest);
        body.put("kind", kind);
        body.putIfAbsent("reason", "The plan has changed.");
        return editor.post(APPLICATIONS, grant.path() + "/amendments", body);
    }

    /** Drafts a claim, which may be refused. */
    public Reply draftClaim(Grant grant, int number, String kind, List<?> lines) {
        return grant.applicant()
                .post(
                        APPLICATIONS,
                        grant.path() + "/claims",
                        Map.of("tranche", grant.tranche(number), "kind", kind, "lines", lines, "report", "As agreed."));
    }

    /**
     * A draft amendment.
     *
     * @param awarded the amount awarded if the amendment is approved
     */
    public record Amendment(String path, Money awarded) {

        public Reply submit(Person submitter) {
            return submitter.change(APPLICATIONS, path, path + "/submission", Map.of());
        }

        public Reply withdraw(Person submitter) {
            return submitter.change(APPLICATIONS, path, path + "/withdrawal", Map.of());
        }
    }

    /** Waits until the bank has booked a tranche, and returns the paid amount. */
    public Money awaitPaid(Grant grant, int number) {
        var tranche = "tranches/" + (number - 1);
        var paid = grant.applicant()
                .await(
                        APPLICATIONS,
                        grant.path(),
                        "the payment",
                        reply -> reply.body()
                                .at("/" + tranche + "/status")
                                .asText()
                                .equals("PAID"))
                .money(tranche + "/paid");
        steps.add(grant.applicant(), "receives the payment", "booked by the bank", paid);
        return paid;
    }
}
