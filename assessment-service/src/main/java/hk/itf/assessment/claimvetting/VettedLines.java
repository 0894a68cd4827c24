package hk.itf.assessment.claimvetting;

import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.event.AssessmentEvent.RefusedLine;
import hk.itf.model.event.ClaimFiling;
import hk.itf.model.money.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A claim after vetting: every line is either accepted or refused with a reason.
 *
 * @param accepted the sum of the accepted lines, never more than was claimed
 */
record VettedLines(Money accepted, List<RefusedLine> refused) {

    VettedLines {
        refused = List.copyOf(refused);
    }

    /**
     * @throws DomainException {@code lines-do-not-fit} with every fault: exactly the lines of the claim, each once;
     *     {@code line-fails-rule} when a line is accepted whose evidence fails a rule of the scheme;
     *     {@code matching-short} or {@code accounts-refused} when the sum of matching money or of accounts is refused
     */
    static VettedLines of(ClaimFiling claim, List<LineVerdict> verdicts) {
        requireExactly(claim, verdicts);
        requireRules(claim, verdicts);
        requireWhole(claim, verdicts);
        var byNumber = new HashMap<Integer, LineVerdict>();
        verdicts.forEach(verdict -> byNumber.put(verdict.number(), verdict));

        var accepted = Money.ZERO;
        var refused = new ArrayList<RefusedLine>();
        for (var line : claim.lines()) {
            var verdict = Objects.requireNonNull(byNumber.get(line.number()));
            if (verdict.accepted()) {
                accepted = accepted.plus(line.claimed());
            } else {
                refused.add(new RefusedLine(line.number(), line.claimed(), verdict.reason()));
            }
        }
        return new VettedLines(accepted.min(claim.claimed()), refused);
    }

    private static void requireRules(ClaimFiling claim, List<LineVerdict> verdicts) {
        var faults = new ArrayList<Violation>();
        for (var i = 0; i < verdicts.size(); i++) {
            var verdict = verdicts.get(i);
            var pointer = "/lines/" + i + "/accepted";
            claim.lines().stream()
                    .filter(line -> verdict.accepted() && line.number() == verdict.number())
                    .flatMap(line -> line.rules().stream())
                    .filter(rule -> !rule.passed())
                    .forEach(rule -> faults.add(new Violation(
                            pointer, rule.rule().value(), rule.sentence().en())));
        }
        if (!faults.isEmpty()) {
            throw DomainException.broken(
                    "line-fails-rule", "A line that fails a rule of the scheme cannot be accepted.", faults);
        }
    }

    /** What is one sum is accepted or the claim is rejected: a part of the match opens no gate, and refusing accounts says nothing of what was spent. */
    private static void requireWhole(ClaimFiling claim, List<LineVerdict> verdicts) {
        switch (claim.kind()) {
            case MATCHING ->
                requireNoneRefused(
                        verdicts,
                        "matching-short",
                        "Matching money is accepted whole; reject the claim, so that it can be filed anew.");
            case ACCOUNTS ->
                requireNoneRefused(
                        verdicts,
                        "accounts-refused",
                        "Accounts are accepted as they are; reject the claim or send it back, so that they can be put right.");
            case PAYMENT, ADVANCE, REPORT, MILESTONE, STAGE_GATE -> {
                // line by line, or none
            }
        }
    }

    private static void requireNoneRefused(List<LineVerdict> verdicts, String code, String detail) {
        var refused = IntStream.range(0, verdicts.size())
                .filter(i -> !verdicts.get(i).accepted())
                .mapToObj(i -> new Violation("/lines/" + i + "/accepted", code, detail))
                .toList();
        if (!refused.isEmpty()) {
            throw DomainException.broken(code, detail, refused);
        }
    }

    private static void requireExactly(ClaimFiling claim, List<LineVerdict> verdicts) {
        var faults = new ArrayList<Violation>();
        var unjudged = new HashSet<Integer>();
        claim.lines().forEach(line -> unjudged.add(line.number()));
        for (var i = 0; i < verdicts.size(); i++) {
            var verdict = verdicts.get(i);
            if (!unjudged.remove(verdict.number())) {
                faults.add(new Violation(
                        "/lines/" + i + "/number",
                        "unknown-or-twice",
                        "The claim has no such line, or it is judged twice."));
            }
            if (!verdict.accepted() && verdict.reason().isEmpty()) {
                faults.add(Violation.required("/lines/" + i + "/reason"));
            }
        }
        unjudged.stream()
                .sorted()
                .forEach(number -> faults.add(
                        new Violation("/lines", "required", "Line " + number + " of the claim is not judged.")));
        if (!faults.isEmpty()) {
            throw DomainException.invalid("lines-do-not-fit", "Judge every line of the claim once.", faults);
        }
    }
}
