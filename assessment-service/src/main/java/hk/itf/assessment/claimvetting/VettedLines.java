package hk.itf.assessment.claimvetting;

import static hk.itf.model.NamedValue.value;

import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.Wording;
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
 * @param accepted the sum of the accepted lines, at most the claimed amount
 * @param refused the refused lines with their reasons
 */
record VettedLines(Money accepted, List<RefusedLine> refused) {

    VettedLines {
        refused = List.copyOf(refused);
    }

    /**
     * Applies the verdicts to the lines of a claim.
     *
     * @throws DomainException {@code lines-do-not-fit} with every fault: exactly the lines of the claim, each once;
     *     {@code line-fails-rule} when a line is accepted whose evidence fails a rule of the scheme;
     *     {@code matching-short} or {@code accounts-refused} when the sum of matching money or of accounts is refused
     */
    static VettedLines of(ClaimFiling claim, List<LineVerdict> verdicts) {
        requireExactly(claim, verdicts);
        requireRules(claim, verdicts);
        requireUndivided(claim, verdicts);
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
                            pointer,
                            rule.rule().value(),
                            Wording.of("rule-broken", value("sentence", rule.sentence())))));
        }
        if (!faults.isEmpty()) {
            throw DomainException.broken("line-fails-rule", faults);
        }
    }

    /**
     * Matching money and accounts are one sum, so their line is accepted or the claim is rejected. A part of the matching
     * money would meet no gate, and refused accounts would say nothing about the costs.
     */
    private static void requireUndivided(ClaimFiling claim, List<LineVerdict> verdicts) {
        switch (claim.kind()) {
            case MATCHING -> {
                var refused = refusedLines(verdicts, "matching-short");
                if (!refused.isEmpty()) {
                    throw DomainException.broken("matching-short", refused);
                }
            }
            case ACCOUNTS -> {
                var refused = refusedLines(verdicts, "accounts-refused");
                if (!refused.isEmpty()) {
                    throw DomainException.broken("accounts-refused", refused);
                }
            }
            case PAYMENT, ADVANCE, REPORT, MILESTONE, STAGE_GATE -> {
                // these claims are accepted line by line
            }
        }
    }

    private static List<Violation> refusedLines(List<LineVerdict> verdicts, String code) {
        return IntStream.range(0, verdicts.size())
                .filter(i -> !verdicts.get(i).accepted())
                .mapToObj(i -> new Violation("/lines/" + i + "/accepted", code, Wording.of("undivided")))
                .toList();
    }

    private static void requireExactly(ClaimFiling claim, List<LineVerdict> verdicts) {
        var faults = new ArrayList<Violation>();
        var unjudged = new HashSet<Integer>();
        claim.lines().forEach(line -> unjudged.add(line.number()));
        for (var i = 0; i < verdicts.size(); i++) {
            var verdict = verdicts.get(i);
            if (!unjudged.remove(verdict.number())) {
                faults.add(Violation.of("/lines/" + i + "/number", "unknown-or-twice"));
            }
            if (!verdict.accepted() && verdict.reason().isEmpty()) {
                faults.add(Violation.required("/lines/" + i + "/reason"));
            }
        }
        unjudged.stream()
                .sorted()
                .forEach(number -> faults.add(Violation.of("/lines", "required.line", value("number", number))));
        if (!faults.isEmpty()) {
            throw DomainException.invalid("lines-do-not-fit", faults);
        }
    }
}
