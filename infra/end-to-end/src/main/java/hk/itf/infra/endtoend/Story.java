package hk.itf.infra.endtoend;

import static hk.itf.infra.local.Service.APPLICATIONS;
import static hk.itf.infra.local.Service.ASSESSMENT;
import static hk.itf.infra.local.Service.DISBURSEMENT;

import hk.itf.model.money.Money;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What people do on the platform, in the words of a journey; every verb goes through the public APIs and is journalled. */
final class Story {

    final Platform platform;
    final Cast cast;
    private final Journal journal;

    Story(Platform platform, Journal journal) {
        this.platform = platform;
        this.cast = new Cast(platform);
        this.journal = journal;
    }

    /** A grant on its way, with the applicant who acts for it. */
    record Grant(String id, String organisation, Person applicant) {
        String path() {
            return "/applications/" + id;
        }
    }

    void tells(Person actor, String action, String result) {
        journal.step(actor, action, result);
    }

    void tells(Person actor, String action, String result, Money amount) {
        journal.step(actor, action, result, amount);
    }

    // ---- applying

    /** The first day of the month four months ago: one quarter has ended and can be claimed. */
    LocalDate firstQuarterOver() {
        return platform.today().minusMonths(4).withDayOfMonth(1);
    }

    static Map<String, Object> post(LocalDate start, int months, String salary) {
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
        answers.put("engagement-start", start.toString());
        answers.put("engagement-months", months);
        answers.put("monthly-salary", Person.hkd(salary));
        answers.put("duties", "Designs the control software of a harbour crane.");
        return answers;
    }

    String organisation(Person applicant) {
        return applicant
                .post(APPLICATIONS, "/organisations", Map.of("name", "Harbour Robotics Limited", "kind", "COMPANY"))
                .expect(201)
                .text("id");
    }

    Grant draft(Person applicant, String organisation, Map<String, Object> answers) {
        var reply = applicant
                .post(
                        APPLICATIONS,
                        "/applications",
                        Map.of("scheme", "rth", "organisation", organisation, "answers", answers))
                .expect(201);
        return new Grant(reply.text("id"), organisation, applicant);
    }

    Grant submitted(Map<String, Object> answers) {
        var applicant = cast.applicant();
        return submitted(applicant, organisation(applicant), answers);
    }

    Grant submitted(Person applicant, String organisation, Map<String, Object> answers) {
        var grant = draft(applicant, organisation, answers);
        var reply = submit(grant).expect(201);
        tells(applicant, "submits " + reply.text("reference"), "entitled to", reply.money("entitlement/amount"));
        return grant;
    }

    Reply submit(Grant grant) {
        return grant.applicant().change(APPLICATIONS, grant.path(), grant.path() + "/submission", Map.of());
    }

    Reply reads(Grant grant) {
        return grant.applicant().get(APPLICATIONS, grant.path()).expect(200);
    }

    Reply awaitStatus(Grant grant, String status) {
        return grant.applicant()
                .await(
                        APPLICATIONS,
                        grant.path(),
                        status,
                        reply -> reply.text("status").equals(status));
    }

    // ---- vetting

    /** Takes the next task until it is one of this grant; what else came is handed back afterwards. */
    String take(Person person, String stage, String grant) {
        var others = new ArrayList<String>();
        var task = person.awaitPost(
                ASSESSMENT, "/queue/next", Map.of("stages", List.of(stage)), stage + " of " + grant, reply -> {
                    if (reply.status() != 200) {
                        return false;
                    }
                    if (reply.text("grant").equals(grant)) {
                        return true;
                    }
                    others.add(reply.text("id"));
                    return false;
                });
        others.forEach(other -> act(person, other, "hand-back", Map.of("reason", "not mine to do today"))
                .expect(200));
        return task.text("id");
    }

    Reply act(Person person, String task, String act, Object body) {
        return person.post(ASSESSMENT, "/tasks/" + task + "/" + act, body);
    }

    void confirmsCompleteness(Grant grant) {
        var task = take(cast.secretary, "COMPLETENESS", grant.id());
        act(cast.secretary, task, "completeness", Map.of("complete", true)).expect(200);
        var pledged = grant.applicant()
                .await(
                        APPLICATIONS,
                        grant.path(),
                        "a pledge",
                        reply -> reply.body().hasNonNull("pledgedBy"))
                .text("pledgedBy");
        tells(cast.secretary, "finds it complete", "an answer is pledged by " + pledged);
    }

    void confirmsEligibility(Grant grant) {
        var task = take(cast.secretary, "ELIGIBILITY", grant.id());
        act(cast.secretary, task, "eligibility", Map.of("eligible", true)).expect(200);
        tells(cast.secretary, "confirms eligibility", "eligible");
    }

    void scores(Grant grant, int mark) {
        for (var assessor : List.of(cast.firstAssessor, cast.secondAssessor)) {
            var task = take(assessor, "TECHNICAL_REVIEW", grant.id());
            act(
                            assessor,
                            task,
                            "score-sheet",
                            Map.of(
                                    "marks",
                                    Map.of("research-content", mark, "talent-fit", mark, "supervision", mark),
                                    "comment",
                                    "Judged against the criteria."))
                    .expect(200);
            tells(assessor, "scores, without seeing the applicant", mark + " of 10");
        }
    }

    void approves(Grant grant) {
        var task = take(cast.commissioner, "DECISION", grant.id());
        act(
                        cast.commissioner,
                        task,
                        "decision",
                        Map.of("outcome", "APPROVE", "letter", "The post serves the fund's purpose."))
                .expect(200);
        tells(cast.commissioner, "approves", "with a reasoned letter");
    }

    void vetted(Grant grant) {
        confirmsCompleteness(grant);
        confirmsEligibility(grant);
        scores(grant, 8);
        approves(grant);
    }

    /** From an application to a running grant. */
    Grant active(Map<String, Object> answers) {
        var applicant = cast.applicant();
        return active(submitted(applicant, organisation(applicant), answers));
    }

    Grant active(Grant grant) {
        ensureFunds(Money.hkd(2_000_000));
        vetted(grant);
        var offer = awaitStatus(grant, "OFFERED");
        tells(grant.applicant(), "is offered", "to be accepted by " + offer.text("acceptBy"), offer.money("awarded"));
        return accepts(grant);
    }

    Grant accepts(Grant grant) {
        grant.applicant()
                .change(APPLICATIONS, grant.path(), grant.path() + "/acceptance", Map.of())
                .expect(200);
        tells(grant.applicant(), "accepts the offer", "the grant runs");
        return grant;
    }

    // ---- funds

    String financialYear() {
        var today = platform.today();
        var first = today.getMonthValue() >= 4 ? today.getYear() : today.getYear() - 1;
        return "%d-%02d".formatted(first, (first + 1) % 100);
    }

    Money freeFunds() {
        for (var envelope : cast.controller
                .get(DISBURSEMENT, "/envelopes?size=100")
                .expect(200)
                .body()
                .path("items")) {
            if (envelope.path("financialYear").asText().equals(financialYear())) {
                return Money.of(envelope.at("/free/amount").asText(), Money.HKD);
            }
        }
        return Money.ZERO;
    }

    void ensureFunds(Money needed) {
        if (needed.exceeds(freeFunds())) {
            topUp(needed);
        }
    }

    /** Four eyes: one controller proposes, another confirms. */
    void topUp(Money amount) {
        var reply = cast.controller
                .post(
                        DISBURSEMENT,
                        "/envelopes",
                        Map.of(
                                "scheme",
                                "rth",
                                "financialYear",
                                financialYear(),
                                "amount",
                                Person.hkd(amount.amount()),
                                "reason",
                                "demonstration data"))
                .expect(201);
        var id = reply.text("id");
        for (var topUp : reply.body().path("topUps")) {
            if (topUp.path("status").asText().equals("PROPOSED")) {
                cast.secondController
                        .post(
                                DISBURSEMENT,
                                "/envelopes/" + id + "/top-ups/"
                                        + topUp.path("id").asText() + "/confirmation",
                                Map.of())
                        .expect(200);
            }
        }
        tells(cast.secondController, "confirms a top-up that Karl proposed", "envelope rth " + financialYear(), amount);
    }

    // ---- claiming and paying

    void filesPayee(Grant grant, String account) {
        var applicant = grant.applicant().actingFor(grant.organisation());
        var version = applicant
                .post(
                        DISBURSEMENT,
                        "/organisations/" + grant.organisation() + "/payees",
                        Map.of("holder", "Harbour Robotics Limited", "bankCode", "024", "accountNumber", account))
                .expect(201)
                .text("number");
        tells(applicant, "files bank details", "version " + version + ", to be verified");
        cast.verifier
                .post(
                        DISBURSEMENT,
                        "/organisations/" + grant.organisation() + "/payees/" + version + "/verification",
                        Map.of("evidence", "called back on the number on file"))
                .expect(200);
        tells(cast.verifier, "verifies the bank details", "they cool off for two working days");
    }

    /** Weekends and holidays included, this is more than two working days. */
    void coolsOff() {
        platform.passTime(Duration.ofDays(7));
    }

    String tranche(Grant grant, int number) {
        return reads(grant).text("tranches/" + (number - 1) + "/id");
    }

    /** Claims the months of a tranche, each with the salary really paid. */
    String claims(Grant grant, int number, String... paid) {
        var lines = IntStream.range(0, paid.length)
                .mapToObj(i -> Map.of("month", i + 1, "paid", Person.hkd(paid[i])))
                .toList();
        var claims = grant.path() + "/claims";
        var draft = grant.applicant()
                .post(
                        APPLICATIONS,
                        claims,
                        Map.of("tranche", tranche(grant, number), "lines", lines, "report", "The prototype runs."))
                .expect(201);
        var claim = claims + "/" + draft.text("id");
        grant.applicant()
                .change(APPLICATIONS, claim, claim + "/submission", Map.of())
                .expect(200);
        tells(grant.applicant(), "claims instalment " + number, "with a progress report", draft.money("claimed"));
        return claim;
    }

    /** Vets the claim line by line; the numbered lines are refused. */
    void vetsClaim(Grant grant, String claim, int lines, List<Integer> refused) {
        var task = take(cast.claimsOfficer, "CLAIM_VETTING", grant.id());
        var verdicts = IntStream.rangeClosed(1, lines)
                .mapToObj(line -> refused.contains(line)
                        ? Map.<String, Object>of("number", line, "accepted", false, "reason", "The payslip is missing.")
                        : Map.<String, Object>of("number", line, "accepted", true))
                .toList();
        act(cast.claimsOfficer, task, "claim-vetting", Map.of("lines", verdicts))
                .expect(200);
        var accepted = grant.applicant()
                .await(
                        APPLICATIONS,
                        claim,
                        "its acceptance",
                        reply -> reply.text("status").equals("ACCEPTED"))
                .money("accepted");
        tells(
                cast.claimsOfficer,
                "vets the claim line by line",
                refused.isEmpty() ? "accepts all" : "refuses " + refused,
                accepted);
    }

    Reply awaitTranche(String tranche, String status) {
        return cast.auditor.await(
                DISBURSEMENT,
                "/tranches/" + tranche,
                status,
                reply -> reply.text("status").equals(status));
    }

    void prepares(String tranche) {
        awaitTranche(tranche, "DUE");
        var path = "/tranches/" + tranche;
        cast.preparer
                .change(DISBURSEMENT, path, path + "/preparation", Map.of())
                .expect(200);
        tells(cast.preparer, "prepares the payment", "bound to the verified payee");
    }

    Reply release(Person releaser, String tranche) {
        var path = "/tranches/" + tranche;
        return releaser.change(DISBURSEMENT, path, path + "/release", Map.of());
    }

    Money paid(Grant grant, int number) {
        var reply = grant.applicant()
                .await(
                        APPLICATIONS,
                        grant.path(),
                        "the payment",
                        each -> each.body()
                                .at("/tranches/" + (number - 1) + "/status")
                                .asText()
                                .equals("PAID"));
        var paid = reply.money("tranches/" + (number - 1) + "/paid");
        tells(grant.applicant(), "is paid", "booked by the bank", paid);
        return paid;
    }

    Money pays(Grant grant, int number) {
        var tranche = tranche(grant, number);
        prepares(tranche);
        release(cast.releaser, tranche).expect(200);
        tells(cast.releaser, "releases the payment", "the bank is told");
        return paid(grant, number);
    }

    void mustBe(Object expected, Object actual, String what) {
        if (!expected.equals(actual)) {
            throw new JourneyFailed(what + " is " + actual + ", not " + expected);
        }
    }
}
