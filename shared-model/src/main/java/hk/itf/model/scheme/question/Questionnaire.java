package hk.itf.model.scheme.question;

import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Questions that are asked together, by an application form or by a later stage.
 *
 * @param consistency the rules that the answers must not break together
 */
public record Questionnaire(List<Question> questions, List<ConsistencyRule> consistency) {

    public Questionnaire {
        questions = List.copyOf(questions);
        consistency = List.copyOf(consistency);
    }

    public Optional<Question> question(QuestionId id) {
        return questions.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Every missing answer and every broken consistency rule, each with a pointer into the answers. */
    public List<Violation> missing(Facts facts) {
        return Stream.concat(unanswered(facts), faults(facts.answers())).toList();
    }

    /**
     * Refuses answers that are incomplete or break a consistency rule.
     *
     * @throws DomainException {@code answers-incomplete} with every unanswered question; when all are answered,
     *     {@code answers-do-not-fit} with every answer that breaks a rule
     */
    public void requireComplete(Facts facts) {
        var unanswered = unanswered(facts).toList();
        if (!unanswered.isEmpty()) {
            throw DomainException.broken("answers-incomplete", unanswered);
        }
        requireConsistent(facts.answers());
    }

    /** @throws DomainException {@code answers-do-not-fit} with every answer that breaks a consistency rule */
    public void requireConsistent(Answers answers) {
        var faults = faults(answers).toList();
        if (!faults.isEmpty()) {
            throw DomainException.broken("answers-do-not-fit", faults);
        }
    }

    private Stream<Violation> unanswered(Facts facts) {
        return questions.stream()
                .filter(question -> !question.optional()
                        && question.appliesTo(facts)
                        && !facts.answers().has(question.id()))
                .map(question -> Violation.required("/answers/" + question.id()));
    }

    private Stream<Violation> faults(Answers answers) {
        return consistency.stream().flatMap(rule -> rule.fault(answers, "/answers").stream());
    }

    /** The answers that assessors may get: without personal questions and without personal columns. */
    public Answers assessed(Answers answers) {
        var assessed = new LinkedHashMap<QuestionId, Answer>();
        answers.byQuestion()
                .forEach((id, answer) -> question(id)
                        .filter(question -> !question.personal())
                        .ifPresent(question -> assessed.put(id, withoutPersonalColumns(question, answer))));
        return new Answers(assessed);
    }

    private static Answer withoutPersonalColumns(Question question, Answer answer) {
        return question.answer() instanceof AnswerKind.OfRows kind && answer instanceof Answer.OfRows(var rows)
                ? new Answer.OfRows(rows.stream()
                        .map(row -> row.only(id -> kind.column(id)
                                .filter(column -> !column.personal())
                                .isPresent()))
                        .toList())
                : answer;
    }
}
