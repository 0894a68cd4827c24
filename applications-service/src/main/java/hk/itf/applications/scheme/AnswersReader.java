package hk.itf.applications.scheme;

import com.fasterxml.jackson.databind.JsonNode;
import hk.itf.applications.register.RegisterEntries;
import hk.itf.infra.http.input.JsonPointers;
import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.scheme.Scheme;
import hk.itf.model.scheme.question.Answer;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.question.QuestionId;
import hk.itf.model.scheme.question.Questionnaire;
import hk.itf.model.scheme.value.SchemeId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads answers from JSON against the questions of a scheme version. */
@ApplicationScoped
public class AnswersReader {

    /** Answers, with the scheme version that was used to read them. */
    public record Read(Answers answers, Scheme scheme) {}

    private final Schemes schemes;
    private final RegisterEntries registers;

    AnswersReader(Schemes schemes, RegisterEntries registers) {
        this.schemes = schemes;
        this.registers = registers;
    }

    /**
     * @throws DomainException {@code invalid-answers} with every fault and its pointer
     */
    public Read read(SchemeId id, Map<String, JsonNode> json, Instant now) {
        // An answer picks the version, and versions may differ in questions: the newest version reads first.
        var picking = parse(schemes.newest(id).questionnaire(), json, new ArrayList<>());
        var scheme = schemes.versionFor(id, picking, now);
        var faults = new ArrayList<Violation>();
        var answers = parse(scheme.questionnaire(), json, faults);
        requireNone(faults);
        return new Read(answers, scheme);
    }

    /**
     * Reads answers to some questions of an application whose scheme version is known.
     *
     * @throws DomainException {@code invalid-answers} with every fault and its pointer
     */
    public Answers read(Questionnaire questions, Map<String, JsonNode> json) {
        var faults = new ArrayList<Violation>();
        var answers = parse(questions, json, faults);
        requireNone(faults);
        return answers;
    }

    private static void requireNone(List<Violation> faults) {
        if (!faults.isEmpty()) {
            throw DomainException.invalid("invalid-answers", faults);
        }
    }

    private Answers parse(Questionnaire questions, Map<String, JsonNode> json, List<Violation> faults) {
        var read = new LinkedHashMap<QuestionId, Answer>();
        json.forEach((name, value) -> {
            var pointer = "/answers" + JsonPointers.step(name);
            var question = questions.questions().stream()
                    .filter(each -> each.id().value().equals(name))
                    .findFirst();
            if (question.isEmpty()) {
                faults.add(Violation.of(pointer, "unknown-question"));
            } else {
                question.get()
                        .answer()
                        .read(value, pointer, registers, faults::add)
                        .ifPresent(answer -> read.put(question.get().id(), answer));
            }
        });
        return new Answers(read);
    }
}
