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

/** The acts of secretariat, assessors and decision authorities at assessment-service. */
public final class Vetters {

    private final People people;
    private final StepLog steps;

    Vetters(People people, StepLog steps) {
        this.people = people;
        this.steps = steps;
    }

    /** Takes tasks of the stage until one is of this grant, and hands back the others. Returns the id of the task. */
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
        others.forEach(
                other -> act(person, other, "hand-back", Map.of("reason", "A task of another grant is needed first."))
                        .expect(200));
        return task.text("id");
    }

    /** Does one act of a taken task, such as {@code completeness} or {@code decision}. */
    public Reply act(Person person, String task, String act, Object body) {
        return person.post(ASSESSMENT, "/tasks/" + task + "/" + act, body);
    }

    public void confirmCompleteness(Grant grant) {
        var task = take(people.secretary, "COMPLETENESS", grant);
        act(people.secretary, task, "completeness", Map.of("complete", true)).expect(200);
        var pledged = grant.applicant()
                .await(
                        APPLICATIONS,
                        grant.path(),
                        "the pledge date",
                        reply -> reply.body().hasNonNull("pledgedBy"))
                .text("pledgedBy");
        steps.add(people.secretary, "confirms completeness", "a decision is pledged by " + pledged);
    }

    public void confirmEligibility(Grant grant) {
        var task = take(people.secretary, "ELIGIBILITY", grant);
        act(people.secretary, task, "eligibility", Map.of("eligible", true)).expect(200);
        steps.add(people.secretary, "confirms eligibility", "all rules passed");
    }

    /** Both assessors give this mark for each criterion of a research post. */
    public void score(Grant grant, int mark) {
        score(grant, mark, "research-content", "talent-fit", "supervision");
    }

    /** Both assessors give this mark for each of the criteria. */
    public void score(Grant grant, int mark, String... criteria) {
        var marks = Stream.of(criteria).collect(Collectors.toMap(criterion -> criterion, criterion -> mark));
        for (var assessor : List.of(people.firstAssessor, people.secondAssessor)) {
            var task = take(assessor, "TECHNICAL_REVIEW", grant);
            act(assessor, task, "score-sheet", Map.of("marks", marks, "comment", "Marked by the criteria."))
                    .expect(200);
            steps.add(assessor, "submits a score sheet, unseen by others", "marks of " + mark + " out of 10");
        }
    }

    public void approve(Grant grant) {
        approve(people.commissioner, grant);
    }

    public void approve(Person authority, Grant grant) {
        var task = take(authority, "DECISION", grant);
        act(
                        authority,
                        task,
                        "decision",
                        Map.of("outcome", "APPROVE", "letter", "The application serves the purpose of the fund."))
                .expect(200);
        steps.add(authority, "approves the case", "with a decision letter");
    }

    /** The commissioner approves with an amount below the entitlement. */
    public void approveLowered(Grant grant, Money awarded) {
        var task = take(people.commissioner, "DECISION", grant);
        act(
                        people.commissioner,
                        task,
                        "decision",
                        Map.of(
                                "outcome", "APPROVE",
                                "awarded", Person.hkd(awarded.amount()),
                                "letter", "Lowered to the free amount of the envelope."))
                .expect(200);
    }

    public Reply decide(String task, String outcome, String letter) {
        return act(people.commissioner, task, "decision", Map.of("outcome", outcome, "letter", letter));
    }

    /** Passes completeness, eligibility and technical review, so that the decision is next. */
    public void passReviews(Grant grant) {
        confirmCompleteness(grant);
        confirmEligibility(grant);
        score(grant, 8);
    }

    public void vetAndApprove(Grant grant) {
        passReviews(grant);
        approve(grant);
    }

    /**
     * Vets a claim line by line.
     *
     * @param refused numbers of the lines to refuse
     */
    public void vetClaim(Grant grant, String claim, int lines, List<Integer> refused) {
        var task = take(people.claimsOfficer, "CLAIM_VETTING", grant);
        readEvidence(people.claimsOfficer, task, grant, claim);
        vetClaim(task, grant, claim, lines, refused, "The payslip is missing.");
    }

    /**
     * Tries to accept all lines, which the platform refuses with the rule that fails, then refuses the failing lines.
     *
     * @param failing numbers of the lines that fail a rule of the scheme
     */
    public void vetClaimWithFailingLines(Grant grant, String claim, int lines, List<Integer> failing) {
        var task = take(people.claimsOfficer, "CLAIM_VETTING", grant);
        readEvidence(people.claimsOfficer, task, grant, claim);
        var answer = act(people.claimsOfficer, task, "claim-vetting", Map.of("lines", verdicts(lines, List.of(), "")))
                .refused(422, "line-fails-rule");
        var rule = answer.text("errors/0/detail");
        steps.add(people.claimsOfficer, "tries to accept every line", "refused: " + rule);
        vetClaim(task, grant, claim, lines, failing, rule);
    }

    /** Reads every paper of the claim under the task's lease, and requires that no paper of another claim is served. */
    private void readEvidence(Person vetter, String task, Grant grant, String claim) {
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
            throw new JourneyFailed("%d papers of claims are served; %d are attached to this claim"
                    .formatted(ofClaim.size(), attached.size()));
        }
        for (var paper : ofClaim) {
            vetter.get(APPLICATIONS, papers + "/" + paper.path("id").asText() + "?task=" + task)
                    .expect(200);
        }
        steps.add(vetter, "reads the papers of the claim", ofClaim.size() + " served, each reading recorded");
    }

    private void vetClaim(String task, Grant grant, String claim, int lines, List<Integer> refused, String reason) {
        act(people.claimsOfficer, task, "claim-vetting", Map.of("lines", verdicts(lines, refused, reason)))
                .expect(200);
        var accepted = grant.applicant()
                .await(
                        APPLICATIONS,
                        claim,
                        "the acceptance of the claim",
                        reply -> reply.text("status").equals("ACCEPTED"))
                .money("accepted");
        steps.add(
                people.claimsOfficer,
                "vets the claim line by line",
                refused.isEmpty() ? "accepts all lines" : "refuses the lines " + refused,
                accepted);
    }

    /**
     * Accepts a claim with all its lines.
     *
     * @param vetter a person with the role that the scheme requires for the claim
     * @param lines number of lines; zero for a claim without money
     */
    public void acceptClaim(Person vetter, Grant grant, String claim, int lines) {
        var task = take(vetter, "CLAIM_VETTING", grant);
        readEvidence(vetter, task, grant, claim);
        act(vetter, task, "claim-vetting", Map.of("lines", verdicts(lines, List.of(), "")))
                .expect(200);
        grant.applicant()
                .await(
                        APPLICATIONS,
                        claim,
                        "the acceptance of the claim",
                        reply -> reply.text("status").equals("ACCEPTED"));
        steps.add(vetter, "accepts the claim", "its gates are met");
    }

    /** One assessor gives this mark for each criterion of the business review. */
    public void reviewBusiness(Grant grant, int mark, String... criteria) {
        var marks = Stream.of(criteria).collect(Collectors.toMap(criterion -> criterion, criterion -> mark));
        var task = take(people.thirdAssessor, "BUSINESS_REVIEW", grant);
        act(people.thirdAssessor, task, "score-sheet", Map.of("marks", marks, "comment", "There is a market."))
                .expect(200);
        steps.add(people.thirdAssessor, "submits a business review", "marks of " + mark + " out of 10");
    }

    private static List<Map<String, Object>> verdicts(int lines, List<Integer> refused, String reason) {
        return IntStream.rangeClosed(1, lines)
                .<Map<String, Object>>mapToObj(line -> refused.contains(line)
                        ? Map.of("number", line, "accepted", false, "reason", reason)
                        : Map.of("number", line, "accepted", true))
                .toList();
    }
}
