package hk.itf.applications.claimline;

import static hk.itf.model.NamedValue.value;

import hk.itf.infra.http.input.JsonPointers;
import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.event.ClaimFiling;
import hk.itf.model.scheme.Scheme;
import hk.itf.model.scheme.question.Answer;
import hk.itf.model.scheme.question.AnswerKind;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.question.Facts;
import hk.itf.model.scheme.question.QuestionId;
import hk.itf.model.scheme.tranche.ClaimRule;
import hk.itf.model.scheme.value.DateRange;
import hk.itf.model.scheme.vetting.EligibilityOutcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Calculates claim lines by row of the application, such as a trainee. Each line has the tranche's share of the claimable
 * amount, its evidence, and the outcome of the scheme's rules for lines. A line that fails a rule is filed and shown, but
 * never accepted.
 */
final class RowClaimLines {

    private RowClaimLines() {}

    /** @throws DomainException {@code invalid-claim} with every fault and its pointer */
    static List<ClaimFiling.Line> lines(
            Scheme scheme,
            ClaimRule.Lines rule,
            Facts applied,
            DateRange period,
            TrancheShare share,
            List<ClaimLineInput> given) {
        var rows = applied.answers().rows(rule.rows()).orElse(List.of()).size();
        var faults = new ArrayList<Violation>();
        var seen = new HashSet<Integer>();
        if (given.isEmpty()) {
            faults.add(Violation.required("/lines"));
        }
        var lines = new ArrayList<ClaimFiling.Line>();
        for (var i = 0; i < given.size(); i++) {
            var line = given.get(i);
            var at = "/lines/" + i;
            int row = line.row().orElse(0);
            if (line.row().isEmpty()) {
                faults.add(Violation.required(at + "/row"));
            } else if (row < 1 || row > rows) {
                faults.add(Violation.of(at + "/row", "out-of-range.row", value("rows", rows)));
            } else if (!seen.add(row)) {
                faults.add(Violation.of(at + "/row", "twice.row"));
            }
            if (line.month().isPresent()) {
                faults.add(Violation.of(at + "/month", "not-asked.row-line"));
            }
            if (line.paid().isNegative()) {
                faults.add(Violation.of(at + "/paid", "negative.paid"));
            }
            var evidence = evidence(rule, line, at + "/evidence", faults);
            if (faults.isEmpty()) {
                lines.add(new ClaimFiling.Line(
                        i + 1,
                        period,
                        line.paid(),
                        share.shareOf(scheme.funding().claimable(applied.answers(), row, line.paid())),
                        row,
                        evidence,
                        EligibilityOutcome.of(rule.rules(), new Facts(evidence, applied.organisationKind()))
                                .rules()));
            }
        }
        if (!faults.isEmpty()) {
            throw DomainException.invalid("invalid-claim", faults);
        }
        return lines;
    }

    private static Answers evidence(ClaimRule.Lines rule, ClaimLineInput line, String at, List<Violation> faults) {
        var read = new LinkedHashMap<QuestionId, Answer>();
        line.evidence().forEach((name, value) -> {
            var pointer = at + JsonPointers.step(name);
            var column = rule.evidence().stream()
                    .filter(each -> each.id().value().equals(name))
                    .findFirst();
            if (column.isEmpty()) {
                faults.add(Violation.of(pointer, "unknown-column.claim-line"));
            } else {
                column.get()
                        .answer()
                        .read(value, pointer, AnswerKind.Registers.NONE, faults::add)
                        .ifPresent(answer -> read.put(column.get().id(), answer));
            }
        });
        rule.evidence().stream()
                .filter(column -> !column.optional()
                        && !line.evidence().containsKey(column.id().value()))
                .forEach(column -> faults.add(Violation.required(at + "/" + column.id())));
        var answers = new Answers(read);
        rule.consistency().forEach(each -> each.fault(answers, at).ifPresent(faults::add));
        return answers;
    }
}
