package hk.itf.model.scheme.question;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import hk.itf.model.money.Money;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Answers by question, in the order of the question ids, so that equal answers have equal JSON and equal hashes. */
public record Answers(@JsonValue Map<QuestionId, Answer> byQuestion) {

    public static final Answers NONE = new Answers(Map.of());

    public Answers {
        var ordered = new TreeMap<String, Map.Entry<QuestionId, Answer>>();
        byQuestion.entrySet().forEach(entry -> ordered.put(entry.getKey().value(), entry));
        SequencedMap<QuestionId, Answer> copy = new LinkedHashMap<>();
        ordered.values().forEach(entry -> copy.put(entry.getKey(), entry.getValue()));
        byQuestion = Collections.unmodifiableMap(copy);
    }

    @JsonCreator
    public static Answers of(Map<QuestionId, Answer> byQuestion) {
        return new Answers(byQuestion);
    }

    public @Nullable Answer get(QuestionId question) {
        return byQuestion.get(question);
    }

    public boolean has(QuestionId question) {
        return byQuestion.containsKey(question);
    }

    public Optional<Money> money(QuestionId question) {
        return get(question) instanceof Answer.OfMoney(var value) ? Optional.of(value) : Optional.empty();
    }

    public Optional<Integer> count(QuestionId question) {
        return get(question) instanceof Answer.OfCount(var value) ? Optional.of(value) : Optional.empty();
    }

    public Optional<LocalDate> date(QuestionId question) {
        return get(question) instanceof Answer.OfDate(var value) ? Optional.of(value) : Optional.empty();
    }

    public Optional<String> choice(QuestionId question) {
        return get(question) instanceof Answer.OfChoice(var value) ? Optional.of(value) : Optional.empty();
    }

    public Optional<String> text(QuestionId question) {
        return get(question) instanceof Answer.OfText(var value) ? Optional.of(value) : Optional.empty();
    }

    public Optional<Boolean> yesNo(QuestionId question) {
        return get(question) instanceof Answer.OfYesNo(var value) ? Optional.of(value) : Optional.empty();
    }

    public Optional<List<Answers>> rows(QuestionId question) {
        return get(question) instanceof Answer.OfRows(var rows) ? Optional.of(rows) : Optional.empty();
    }

    public Optional<RegisterEntry> entry(QuestionId question) {
        return get(question) instanceof Answer.OfEntry(var entry) ? Optional.of(entry) : Optional.empty();
    }

    /** The answers to the questions that {@code included} accepts. */
    public Answers only(Predicate<QuestionId> included) {
        var kept = new LinkedHashMap<QuestionId, Answer>();
        byQuestion.forEach((question, answer) -> {
            if (included.test(question)) {
                kept.put(question, answer);
            }
        });
        return new Answers(kept);
    }

    /** These answers with {@code others} added; an answer of {@code others} replaces the answer to the same question. */
    public Answers with(Answers others) {
        var merged = new LinkedHashMap<>(byQuestion);
        merged.putAll(others.byQuestion());
        return new Answers(merged);
    }

    /** The answers as JSON over HTTP shows them: values without kinds, by question id. */
    public Map<String, Object> toJsonValues() {
        var plain = new LinkedHashMap<String, Object>();
        byQuestion.forEach((question, answer) -> plain.put(question.value(), answer.toJsonValue()));
        return plain;
    }
}
