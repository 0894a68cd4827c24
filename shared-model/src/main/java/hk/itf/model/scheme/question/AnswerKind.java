package hk.itf.model.scheme.question;

import static hk.itf.model.NamedValue.value;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import hk.itf.model.Violation;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.value.Bounds;
import hk.itf.model.scheme.value.CleanText;
import hk.itf.model.scheme.value.LocalisedText;
import hk.itf.model.scheme.value.SchemeId;
import hk.itf.model.scheme.value.Written;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The kind of answer that a question takes, with its limits. Reading an answer reports every fault with its JSON Pointer. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = AnswerKind.OfMoney.class, name = "money"),
    @JsonSubTypes.Type(value = AnswerKind.OfCount.class, name = "count"),
    @JsonSubTypes.Type(value = AnswerKind.OfDate.class, name = "date"),
    @JsonSubTypes.Type(value = AnswerKind.OfText.class, name = "text"),
    @JsonSubTypes.Type(value = AnswerKind.OfChoice.class, name = "choice"),
    @JsonSubTypes.Type(value = AnswerKind.OfYesNo.class, name = "yes-no"),
    @JsonSubTypes.Type(value = AnswerKind.OfRows.class, name = "rows"),
    @JsonSubTypes.Type(value = AnswerKind.OfEntry.class, name = "entry")
})
public sealed interface AnswerKind {

    /**
     * An amount of Hong Kong dollars.
     *
     * @param min the smallest amount accepted, such as {@code 0.00 HKD}
     * @param max the largest amount accepted
     */
    record OfMoney(Money min, Money max) implements AnswerKind {}

    /**
     * A whole number.
     *
     * @param min the smallest number accepted
     * @param max the largest number accepted
     */
    record OfCount(int min, int max) implements AnswerKind {}

    /** A calendar date in Hong Kong between 1990 and 2099, written like {@code 2026-11-22}. */
    record OfDate() implements AnswerKind {}

    /**
     * Free text.
     *
     * @param words the most words accepted; each Chinese character counts as one word
     */
    record OfText(@Bounds(min = 1, max = 5000) int words) implements AnswerKind {}

    /**
     * One of several options.
     *
     * @param options the options in the order shown
     */
    record OfChoice(@Bounds(min = 2) List<Option> options) implements AnswerKind {}

    /** Yes or no, written as {@code true} or {@code false}. */
    record OfYesNo() implements AnswerKind {}

    /**
     * A list of rows, such as trainees or cost lines, with one answer in each column.
     *
     * @param min the fewest rows accepted
     * @param max the most rows accepted
     * @param columns the columns of each row
     */
    record OfRows(
            @Bounds(min = 0, max = 1000) int min,
            @Bounds(min = 1, max = 200) int max,
            @Bounds(min = 1) List<Column> columns)
            implements AnswerKind {
        public OfRows {
            columns = List.copyOf(columns);
            if (min < 0 || max < min || columns.isEmpty()) {
                throw new IllegalArgumentException(
                        "rows need a min of at least 0, a max of at least min, and at least one column");
            }
        }

        public Optional<Column> column(QuestionId id) {
            return columns.stream().filter(column -> column.id().equals(id)).findFirst();
        }
    }

    /**
     * The reference of a register entry: of an approved application of another scheme.
     *
     * @param register the other scheme, such as {@code nittp-course}
     */
    record OfEntry(SchemeId register) implements AnswerKind {}

    /**
     * One column of a list of rows.
     *
     * @param id unique within the list, such as {@code fee}
     * @param label the column heading as applicants read it
     * @param answer the kind of the answers in the column; not {@code rows} and not {@code entry}
     * @param personal whether the answers are personal data, which never leaves applications-service
     * @param optional whether a row may leave the column empty
     */
    record Column(QuestionId id, LocalisedText label, AnswerKind answer, boolean personal, boolean optional) {
        public Column {
            if (answer instanceof OfRows || answer instanceof OfEntry) {
                throw new IllegalArgumentException("the answer of a column must not be of kind rows or entry");
            }
        }
    }

    /** Looks up register entries. Only the service that stores the registers implements a real look-up. */
    @FunctionalInterface
    interface Registers {
        /** Finds nothing; for places where no register is available. */
        Registers NONE = (register, reference) -> Optional.empty();

        Optional<RegisterEntry> entry(SchemeId register, String reference);
    }

    /**
     * One option of a choice.
     *
     * @param id unique within the question, such as {@code doctoral}; rules refer to an option by its id
     * @param label the option as applicants read it
     */
    record Option(@Written(Written.ID) String id, LocalisedText label) {}

    LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    LocalDate LATEST = LocalDate.of(2099, 12, 31);
    int LONGEST_TEXT = 20_000;
    Pattern WORD = Pattern.compile("\\p{IsHan}|[^\\s\\p{IsHan}]+");

    /**
     * Reads the JSON of one answer.
     *
     * @param pointer the JSON Pointer of the answer in the request, for faults
     * @param registers finds the register entries that answers name
     * @return the answer; empty when at least one fault was reported
     */
    default Optional<Answer> read(JsonNode json, String pointer, Registers registers, Consumer<Violation> faults) {
        return switch (this) {
            case OfMoney(var min, var max) -> money(json, pointer, min, max, faults);
            case OfCount(var min, var max) -> {
                if (!json.isIntegralNumber() || !json.canConvertToInt()) {
                    yield fault(faults, Violation.of(pointer, "not-a-count"));
                }
                if (json.intValue() < min || json.intValue() > max) {
                    yield fault(
                            faults, Violation.of(pointer, "out-of-range.count", value("min", min), value("max", max)));
                }
                yield Optional.of(new Answer.OfCount(json.intValue()));
            }
            case OfDate() -> date(json, pointer, faults);
            case OfText(var words) -> {
                if (!json.isTextual()) {
                    yield fault(faults, Violation.of(pointer, "not-a-text"));
                }
                var text = json.textValue();
                if (text.isBlank()) {
                    yield fault(faults, Violation.of(pointer, "blank"));
                }
                if (!CleanText.isClean(text)) {
                    yield fault(faults, Violation.of(pointer, "control-characters"));
                }
                if (text.length() > LONGEST_TEXT || WORD.matcher(text).results().count() > words) {
                    yield fault(faults, Violation.of(pointer, "too-long.words", value("words", words)));
                }
                yield Optional.of(new Answer.OfText(text));
            }
            case OfChoice(var options) -> {
                if (!json.isTextual()
                        || options.stream().noneMatch(option -> option.id().equals(json.textValue()))) {
                    yield fault(
                            faults,
                            Violation.of(
                                    pointer,
                                    "not-a-choice",
                                    value(
                                            "options",
                                            options.stream().map(Option::id).toList())));
                }
                yield Optional.of(new Answer.OfChoice(json.textValue()));
            }
            case OfYesNo() -> {
                if (!json.isBoolean()) {
                    yield fault(faults, Violation.of(pointer, "not-yes-or-no"));
                }
                yield Optional.of(new Answer.OfYesNo(json.booleanValue()));
            }
            case OfRows rows -> rows(rows, json, pointer, registers, faults);
            case OfEntry(var register) -> {
                var entry = json.isTextual() && json.textValue().length() <= 64
                        ? registers.entry(register, json.textValue())
                        : Optional.<RegisterEntry>empty();
                if (entry.isEmpty()) {
                    yield fault(faults, Violation.of(pointer, "not-registered"));
                }
                yield Optional.of(new Answer.OfEntry(entry.get()));
            }
        };
    }

    /** Reads all rows and reports the faults of each. An answer with a fault is left out of its row. */
    private static Optional<Answer> rows(
            OfRows kind, JsonNode json, String pointer, Registers registers, Consumer<Violation> faults) {
        if (!json.isArray()) {
            return fault(faults, Violation.of(pointer, "not-rows"));
        }
        if (json.size() < kind.min() || json.size() > kind.max()) {
            return fault(
                    faults,
                    Violation.of(pointer, "out-of-range.rows", value("min", kind.min()), value("max", kind.max())));
        }
        var rows = new ArrayList<Answers>();
        for (var number = 0; number < json.size(); number++) {
            var at = pointer + "/" + number;
            var row = json.get(number);
            if (!row.isObject()) {
                return fault(faults, Violation.of(at, "not-a-row"));
            }
            var read = new LinkedHashMap<QuestionId, Answer>();
            row.propertyStream().forEach(property -> {
                var column = kind.columns().stream()
                        .filter(each -> each.id().value().equals(property.getKey()))
                        .findFirst();
                var step = at + "/" + property.getKey().replace("~", "~0").replace("/", "~1");
                if (column.isEmpty()) {
                    faults.accept(Violation.of(step, "unknown-column"));
                } else {
                    column.get()
                            .answer()
                            .read(property.getValue(), step, registers, faults)
                            .ifPresent(answer -> read.put(column.get().id(), answer));
                }
            });
            kind.columns().stream()
                    .filter(column -> !column.optional() && !row.has(column.id().value()))
                    .forEach(column -> faults.accept(Violation.required(at + "/" + column.id())));
            rows.add(new Answers(read));
        }
        return Optional.of(new Answer.OfRows(rows));
    }

    private static Optional<Answer> money(
            JsonNode json, String pointer, Money min, Money max, Consumer<Violation> faults) {
        if (!json.isObject() || json.size() != 2 || !json.has("amount") || !json.has("currency")) {
            return fault(faults, Violation.of(pointer, "not-money"));
        }
        if (!json.get("currency").isTextual()
                || !Money.HKD.equals(json.get("currency").textValue())) {
            return fault(faults, Violation.of(pointer + "/currency", "other-currency"));
        }
        Money money;
        try {
            money = Money.of(text(json.get("amount")), Money.HKD);
        } catch (IllegalArgumentException notPlain) {
            return fault(faults, Violation.of(pointer + "/amount", "not-an-amount"));
        }
        if (money.compareTo(min) < 0 || money.exceeds(max)) {
            return fault(
                    faults,
                    Violation.of(pointer + "/amount", "out-of-range.amount", value("min", min), value("max", max)));
        }
        return Optional.of(new Answer.OfMoney(money));
    }

    private static Optional<Answer> date(JsonNode json, String pointer, Consumer<Violation> faults) {
        try {
            var date = LocalDate.parse(String.valueOf(text(json)));
            if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
                return fault(faults, Violation.of(pointer, "out-of-range.date"));
            }
            return Optional.of(new Answer.OfDate(date));
        } catch (DateTimeParseException notADate) {
            return fault(faults, Violation.of(pointer, "not-a-date"));
        }
    }

    private static @Nullable String text(JsonNode json) {
        return json.isTextual() ? json.textValue() : null;
    }

    private static Optional<Answer> fault(Consumer<Violation> faults, Violation violation) {
        faults.accept(violation);
        return Optional.empty();
    }
}
