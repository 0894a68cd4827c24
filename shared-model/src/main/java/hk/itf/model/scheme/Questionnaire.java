package hk.itf.model.scheme;

import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Questions that are asked together: of an application, or of a grant that goes on to a later stage. */
public record Questionnaire(List<Question> questions) {

    public Questionnaire {
        questions = List.copyOf(questions);
    }

    public Optional<Question> question(QuestionId id) {
        return questions.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Everything that still has to be answered, as pointers into the answers. */
    public List<Violation> missing(Facts facts) {
        return questions.stream()
                .filter(question -> !question.optional()
                        && question.askedOf(facts)
                        && !facts.answers().has(question.id()))
                .map(question -> Violation.required("/answers/" + question.id()))
                .toList();
    }

    /** @throws DomainException {@code answers-incomplete}, naming every question */
    public void requireComplete(Facts facts) {
        var missing = missing(facts);
        if (!missing.isEmpty()) {
            throw new DomainException(
                    DomainException.Kind.RULE_BROKEN,
                    "answers-incomplete",
                    "Some questions still have to be answered.",
                    missing);
        }
    }

    /** The answers without what is personal. */
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
