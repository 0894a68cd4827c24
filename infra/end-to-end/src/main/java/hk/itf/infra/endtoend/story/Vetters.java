package hk.itf.infra.endtoend.story;

import static hk.itf.infra.local.Service.APPLICATIONS;
import static hk.itf.infra.local.Service.ASSESSMENT;

import hk.itf.model.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the secretariat, the assessors and the decision authority do with assessment-service. */
public final class Vetters {

    private final Cast cast;
    private final Journal journal;

    Vetters(Cast cast, Journal journal) {
        this.cast = cast;
        this.journal = journal;
    }

    /** Takes the next task until it is one of this grant; what else came is handed back afterwards. */
    public String take(Person person, String stage, Grant grant) {
        var others = new ArrayList<String>();
        var task = person.awaitPost(
                ASSESSMENT, "/queue/next", Map.of("stages", List.of(stage)), stage + " of " + grant.id(), reply -> {
                    if (reply.status() != 200) {
                        return false;
                    }
                    if (reply.text("grant").equals(grant.id())) {
                        return true;
                    }
                    others.add(reply.text("id"));
                    return false;
                });
        others.forEach(other -> act(person, other, "hand-back", Map.of("reason", "not mine to do today"))
                .expect(200));
        return task.text("id");
    }

    public Reply act(Person person, String task, String act, Object body) {
        return person.post(ASSESSMENT, "/tasks/" + task + "/" + act, body);
    }

    public void findComplete(Grant grant) {
        var task = take(cast.secretary, "COMPLETENESS", grant);
        act(cast.secretary, task, "completeness", Map.of("complete", true)).expect(200);
        var pledged = grant.applicant()
                .await(
                        APPLICATIONS,
                        grant.path(),
                        "a pledge",
                        reply -> reply.body().hasNonNull("pledgedBy"))
                .text("pledgedBy");
        journal.step(cast.secretary, "finds it complete", "an answer is pledged by " + pledged);
    }

    public void confirmEligibility(Grant grant) {
        var task = take(cast.secretary, "ELIGIBILITY", grant);
        act(cast.secretary, task, "eligibility", Map.of("eligible", true)).expect(200);
        journal.step(cast.secretary, "confirms eligibility", "eligible");
    }

    /** Both assessors give this mark for everything a research post is judged by. */
    public void score(Grant grant, int mark) {
        score(grant, mark, "research-content", "talent-fit", "supervision");
    }

    public void score(Grant grant, int mark, String... criteria) {
        var marks = Stream.of(criteria).collect(Collectors.toMap(criterion -> criterion, criterion -> mark));
        for (var assessor : List.of(cast.firstAssessor, cast.secondAssessor)) {
            var task = take(assessor, "TECHNICAL_REVIEW", grant);
            act(assessor, task, "score-sheet", Map.of("marks", marks, "comment", "Judged against the criteria."))
                    .expect(200);
            journal.step(assessor, "scores, before seeing other scores", mark + " of 10");
        }
    }

    public void approve(Grant grant) {
        approve(cast.commissioner, grant);
    }

    public void approve(Person authority, Grant grant) {
        var task = take(authority, "DECISION", grant);
        act(authority, task, "decision", Map.of("outcome", "APPROVE", "letter", "It serves the fund's purpose."))
                .expect(200);
        journal.step(authority, "approves", "with a reasoned letter");
    }

    /** A decider may lower an amount, never raise it. */
    public void approveLowered(Grant grant, Money awarded) {
        var task = take(cast.commissioner, "DECISION", grant);
        act(
                        cast.commissioner,
                        task,
                        "decision",
                        Map.of(
                                "outcome", "APPROVE",
                                "awarded", Person.hkd(awarded.amount()),
                                "letter", "Lowered to what is left."))
                .expect(200);
    }

    public Reply decide(String task, String outcome, String letter) {
        return act(cast.commissioner, task, "decision", Map.of("outcome", outcome, "letter", letter));
    }

    /** Everything before the decision, all of it in the applicant's favour. */
    public void recommend(Grant grant) {
        findComplete(grant);
        confirmEligibility(grant);
        score(grant, 8);
    }

    public void recommendAndApprove(Grant grant) {
        recommend(grant);
        approve(grant);
    }

    /** Vets a claim line by line; the numbered lines are refused. */
    public void vetClaim(Grant grant, String claim, int lines, List<Integer> refused) {
        var task = take(cast.claimsOfficer, "CLAIM_VETTING", grant);
        readProof(cast.claimsOfficer, task, grant, claim);
        vetClaim(task, grant, claim, lines, refused, "The payslip is missing.");
    }

    /** The numbered lines fail a rule of the scheme: the product says so to whoever would accept them, and in which words. */
    public void vetFailingClaim(Grant grant, String claim, int lines, List<Integer> failing) {
        var task = take(cast.claimsOfficer, "CLAIM_VETTING", grant);
        readProof(cast.claimsOfficer, task, grant, claim);
        var answer = act(cast.claimsOfficer, task, "claim-vetting", Map.of("lines", verdicts(lines, List.of(), "")))
                .refused(422, "line-fails-rule");
        var rule = answer.text("errors/0/detail");
        journal.step(cast.claimsOfficer, "would accept every line", "refused: " + rule);
        vetClaim(task, grant, claim, lines, failing, rule);
    }

    /** What is attached to the claim is served under the lease, and nothing that is attached to another. */
    private void readProof(Person vetter, String task, Grant grant, String claim) {
        var attached =
                grant.applicant().get(APPLICATIONS, claim).expect(200).body().path("papers");
        if (attached.isEmpty()) {
            return;
        }
        var papers = grant.path() + "/papers";
        var served = vetter.await(APPLICATIONS, papers + "?task=" + task, "the papers", reply -> reply.status() == 200)
                .body();
        var ofClaim = served.findParents("claim");
        if (ofClaim.size() != attached.size()) {
            throw new AssertionError("of %d papers %d are served".formatted(attached.size(), ofClaim.size()));
        }
        for (var paper : ofClaim) {
            vetter.get(APPLICATIONS, papers + "/" + paper.path("id").asText() + "?task=" + task)
                    .expect(200);
        }
        journal.step(vetter, "reads what proves the claim", ofClaim.size() + " served, and audited");
    }

    private void vetClaim(String task, Grant grant, String claim, int lines, List<Integer> refused, String because) {
        act(cast.claimsOfficer, task, "claim-vetting", Map.of("lines", verdicts(lines, refused, because)))
                .expect(200);
        var accepted = grant.applicant()
                .await(
                        APPLICATIONS,
                        claim,
                        "its acceptance",
                        reply -> reply.text("status").equals("ACCEPTED"))
                .money("accepted");
        journal.step(
                cast.claimsOfficer,
                "vets the claim line by line",
                refused.isEmpty() ? "accepts all" : "refuses " + refused,
                accepted);
    }

    /** Accepts a claim without money, or every line of one, as whoever the scheme wants for it. */
    public void acceptClaim(Person vetter, Grant grant, String claim, int lines) {
        var task = take(vetter, "CLAIM_VETTING", grant);
        readProof(vetter, task, grant, claim);
        act(vetter, task, "claim-vetting", Map.of("lines", verdicts(lines, List.of(), "")))
                .expect(200);
        grant.applicant()
                .await(
                        APPLICATIONS,
                        claim,
                        "its acceptance",
                        reply -> reply.text("status").equals("ACCEPTED"));
        journal.step(vetter, "accepts the claim", "its gate is met");
    }

    public void reviewBusiness(Grant grant, int mark, String... criteria) {
        var marks = Stream.of(criteria).collect(Collectors.toMap(criterion -> criterion, criterion -> mark));
        var task = take(cast.thirdAssessor, "BUSINESS_REVIEW", grant);
        act(cast.thirdAssessor, task, "score-sheet", Map.of("marks", marks, "comment", "There is a market."))
                .expect(200);
        journal.step(cast.thirdAssessor, "reviews the business", mark + " of 10");
    }

    private static List<Map<String, Object>> verdicts(int lines, List<Integer> refused, String because) {
        return IntStream.rangeClosed(1, lines)
                .<Map<String, Object>>mapToObj(line -> refused.contains(line)
                        ? Map.of("number", line, "accepted", false, "reason", because)
                        : Map.of("number", line, "accepted", true))
                .toList();
    }
}
