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

/** What applicants do with applications-service: apply, accept, claim, change, withdraw. */
public final class Applicants {

    private final Cast cast;
    private final Journal journal;

    Applicants(Cast cast, Journal journal) {
        this.cast = cast;
        this.journal = journal;
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

    /** Somebody new applies, for an organisation of their own. */
    public Grant apply(Post post) {
        var applicant = cast.applicant();
        return apply(applicant, registerOrganisation(applicant), post);
    }

    public Grant apply(Person applicant, String organisation, Post post) {
        return apply(applicant, organisation, "rth", post.answers());
    }

    public Grant apply(Person applicant, String organisation, String scheme, Map<String, Object> answers) {
        var grant = draft(applicant, organisation, scheme, answers);
        var reply = submit(grant).expect(201);
        journal.step(applicant, "submits " + reply.text("reference"), "entitled to", reply.money("entitlement/amount"));
        return grant;
    }

    public Reply submit(Grant grant) {
        return grant.applicant().change(APPLICATIONS, grant.path(), grant.path() + "/submission", Map.of());
    }

    public Grant accept(Grant grant) {
        grant.applicant()
                .change(APPLICATIONS, grant.path(), grant.path() + "/acceptance", Map.of())
                .expect(200);
        journal.step(grant.applicant(), "accepts the offer", "the grant runs");
        return grant;
    }

    public void withdraw(Grant grant) {
        var reply = grant.applicant()
                .change(
                        APPLICATIONS,
                        grant.path(),
                        grant.path() + "/withdrawal",
                        Map.of("reason", "The candidate has taken another post."));
        if (reply.status() == 412) { // vetting began between reading and withdrawing
            withdraw(grant);
        } else {
            reply.expect(200);
        }
    }

    /** Withdraws whatever the applicant has handed over and nobody has decided. */
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

    /** Claims an instalment, month by month, each with the salary really paid; answers the claim's path. */
    public String claim(Grant grant, int instalment, String... paid) {
        var lines = IntStream.range(0, paid.length)
                .mapToObj(i -> Map.of("month", i + 1, "paid", Person.hkd(paid[i])))
                .toList();
        return claim(grant, instalment, "PAYMENT", lines, "The prototype runs.");
    }

    /** Claims an instalment, or an advance on it, line by line; answers the claim's path. */
    public String claim(Grant grant, int instalment, String kind, List<?> lines, String report) {
        var claims = grant.path() + "/claims";
        var draft = grant.applicant()
                .post(
                        APPLICATIONS,
                        claims,
                        Map.of("tranche", grant.tranche(instalment), "kind", kind, "lines", lines, "report", report))
                .expect(201);
        var claim = claims + "/" + draft.text("id");
        prove(grant.applicant(), claim);
        grant.applicant()
                .change(APPLICATIONS, claim, claim + "/submission", Map.of())
                .expect(200);
        journal.step(
                grant.applicant(),
                kind.equals("ADVANCE") ? "asks for an advance" : "claims instalment " + instalment,
                kind.equals("PAYMENT")
                        ? "with a report"
                        : kind.toLowerCase(Locale.ROOT).replace('_', ' '),
                draft.money("claimed"));
        return claim;
    }

    /** Attaches what the scheme still asks of a claim. */
    private static void prove(Person applicant, String claim) {
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

    /** Drafts an end of the post before its time. */
    public Amendment draftEarlyEnd(Person editor, Grant grant, LocalDate lastDay, String reason) {
        return draftAmendment(editor, grant, "EARLY_END", Map.of("lastDay", lastDay.toString(), "reason", reason));
    }

    /** Drafts a change of any kind; what it would make of the award. */
    public Amendment draftAmendment(Person editor, Grant grant, String kind, Map<String, Object> rest) {
        var draft = amend(editor, grant, kind, rest).expect(201);
        return new Amendment(grant.path() + "/amendments/" + draft.text("id"), draft.money("awarded"));
    }

    /** Asks for a draft of a change, which may be refused. */
    public Reply amend(Person editor, Grant grant, String kind, Map<String, Object> rest) {
        var body = new HashMap<>(rest);
        body.put("kind", kind);
        body.putIfAbsent("reason", "Things went another way.");
        return editor.post(APPLICATIONS, grant.path() + "/amendments", body);
    }

    /** Drafts a claim without money, which may be refused. */
    public Reply draftClaim(Grant grant, int instalment, String kind, List<?> lines) {
        return grant.applicant()
                .post(
                        APPLICATIONS,
                        grant.path() + "/claims",
                        Map.of(
                                "tranche",
                                grant.tranche(instalment),
                                "kind",
                                kind,
                                "lines",
                                lines,
                                "report",
                                "As agreed."));
    }

    /** A wish to change a grant, and what would then be awarded. */
    public record Amendment(String path, Money awarded) {

        public Reply submit(Person submitter) {
            return submitter.change(APPLICATIONS, path, path + "/submission", Map.of());
        }

        public Reply withdraw(Person submitter) {
            return submitter.change(APPLICATIONS, path, path + "/withdrawal", Map.of());
        }
    }

    public Money awaitPaid(Grant grant, int instalment) {
        var tranche = "tranches/" + (instalment - 1);
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
        journal.step(grant.applicant(), "is paid", "booked by the bank", paid);
        return paid;
    }
}
