package hk.itf.model.scheme.question;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import hk.itf.model.Violation;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.value.CleanText;
import hk.itf.model.scheme.value.LocalisedText;
import hk.itf.model.scheme.value.SchemeId;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What kind of answer a question takes, with its limits. Reading reports every fault with its JSON Pointer. */
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

    /** Between two amounts, both included. */
    record OfMoney(Money min, Money max) implements AnswerKind {}

    /** A whole number between two bounds, both included. */
    record OfCount(int min, int max) implements AnswerKind {}

    /** A calendar date, ISO 8601, in Hong Kong. */
    record OfDate() implements AnswerKind {}

    /** Free text of at most so many words (a run of Chinese counts each character). */
    record OfText(int words) implements AnswerKind {}

    record OfChoice(List<Option> options) implements AnswerKind {}

    record OfYesNo() implements AnswerKind {}

    /** Between so many rows, both included, each with an answer a column. */
    record OfRows(int min, int max, List<Column> columns) implements AnswerKind {
        public OfRows {
            columns = List.copyOf(columns);
            if (min < 0 || max < min || columns.isEmpty()) {
                throw new IllegalArgumentException("rows have bounds and at least one column");
            }
        }

        public Optional<Column> column(QuestionId id) {
            return columns.stream().filter(column -> column.id().equals(id)).findFirst();
        }
    }

    /** The reference of an entry of the register that the approved cases of another scheme make. */
    record OfEntry(SchemeId register) implements AnswerKind {}

    /**
     * One column of rows.
     *
     * @param personal never leaves applications-service and never enters a topic
     * @param optional may be left out of a row
     */
    record Column(QuestionId id, LocalisedText label, AnswerKind answer, boolean personal, boolean optional) {
        public Column {
            if (answer instanceof OfRows || answer instanceof OfEntry) {
                throw new IllegalArgumentException("a column has a plain answer");
            }
        }
    }

    /** Finds entries of registers, for the service that keeps them. */
    @FunctionalInterface
    interface Registers {
        /** For where no register can be asked. */
        Registers NONE = (register, reference) -> Optional.empty();

        Optional<RegisterEntry> entry(SchemeId register, String reference);
    }

    /** One of the answers to choose from. */
    record Option(String id, LocalisedText label) {}

    LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    LocalDate LATEST = LocalDate.of(2099, 12, 31);
    int LONGEST_TEXT = 20_000;
    Pattern WORD = Pattern.compile("\\p{IsHan}|[^\\s\\p{IsHan}]+");

    /**
     * Reads the JSON of one answer.
     *
     * @param registers where references of other cases are looked up
     * @return the answer, or empty after at least one fault was reported
     */
    default Optional<Answer> read(JsonNode json, String pointer, Registers registers, Consumer<Violation> faults) {
        return switch (this) {
            case OfMoney(var min, var max) -> money(json, pointer, min, max, faults);
            case OfCount(var min, var max) -> {
                if (!json.isIntegralNumber() || !json.canConvertToInt()) {
                    yield fault(faults, pointer, "not-a-count", "This must be a whole number.");
                }
                if (json.intValue() < min || json.intValue() > max) {
                    yield fault(faults, pointer, "out-of-range", "This must be between %d and %d.".formatted(min, max));
                }
                yield Optional.of(new Answer.OfCount(json.intValue()));
            }
            case OfDate() -> date(json, pointer, faults);
            case OfText(var words) -> {
                if (!json.isTextual()) {
                    yield fault(faults, pointer, "not-a-text", "This must be a string.");
                }
                var text = json.textValue();
                if (text.isBlank()) {
                    yield fault(faults, pointer, "blank", "This must not be blank.");
                }
                if (!CleanText.isClean(text)) {
                    yield fault(faults, pointer, "control-characters", CleanText.RULE);
                }
                if (text.length() > LONGEST_TEXT || WORD.matcher(text).results().count() > words) {
                    yield fault(faults, pointer, "too-long", "This may have %d words at most.".formatted(words));
                }
                yield Optional.of(new Answer.OfText(text));
            }
            case OfChoice(var options) -> {
                if (!json.isTextual()
                        || options.stream().noneMatch(option -> option.id().equals(json.textValue()))) {
                    yield fault(
                            faults,
                            pointer,
                            "not-a-choice",
                            "This must be one of "
                                    + String.join(
                                            ", ",
                                            options.stream().map(Option::id).toList()) + ".");
                }
                yield Optional.of(new Answer.OfChoice(json.textValue()));
            }
            case OfYesNo() -> {
                if (!json.isBoolean()) {
                    yield fault(faults, pointer, "not-yes-or-no", "This must be true or false.");
                }
                yield Optional.of(new Answer.OfYesNo(json.booleanValue()));
            }
            case OfRows rows -> rows(rows, json, pointer, registers, faults);
            case OfEntry(var register) -> {
                var entry = json.isTextual() && json.textValue().length() <= 64
                        ? registers.entry(register, json.textValue())
                        : Optional.<RegisterEntry>empty();
                if (entry.isEmpty()) {
                    yield fault(faults, pointer, "not-registered", "The register has no entry of this reference.");
                }
                yield Optional.of(new Answer.OfEntry(entry.get()));
            }
        };
    }

    /** Every fault of every row is reported; a row with a fault is not read. */
    private static Optional<Answer> rows(
            OfRows kind, JsonNode json, String pointer, Registers registers, Consumer<Violation> faults) {
        if (!json.isArray()) {
            return fault(faults, pointer, "not-rows", "This must be an array of objects, one a row.");
        }
        if (json.size() < kind.min() || json.size() > kind.max()) {
            return fault(
                    faults,
                    pointer,
                    "out-of-range",
                    "There must be between %d and %d rows.".formatted(kind.min(), kind.max()));
        }
        var rows = new ArrayList<Answers>();
        for (var number = 0; number < json.size(); number++) {
            var at = pointer + "/" + number;
            var row = json.get(number);
            if (!row.isObject()) {
                return fault(faults, at, "not-a-row", "A row must be an object.");
            }
            var read = new LinkedHashMap<QuestionId, Answer>();
            row.propertyStream().forEach(property -> {
                var column = kind.columns().stream()
                        .filter(each -> each.id().value().equals(property.getKey()))
                        .findFirst();
                var step = at + "/" + property.getKey().replace("~", "~0").replace("/", "~1");
                if (column.isEmpty()) {
                    faults.accept(new Violation(step, "unknown-column", "The rows have no such column."));
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
            return fault(
                    faults,
                    pointer,
                    "not-money",
                    "This must be an object such as {\"amount\": \"18000.00\", \"currency\": \"HKD\"}.");
        }
        if (!json.get("currency").isTextual()
                || !Money.HKD.equals(json.get("currency").textValue())) {
            return fault(faults, pointer + "/currency", "other-currency", "The currency must be HKD.");
        }
        Money money;
        try {
            money = Money.of(text(json.get("amount")), Money.HKD);
        } catch (IllegalArgumentException notPlain) {
            return fault(
                    faults,
                    pointer + "/amount",
                    "not-an-amount",
                    "The amount must be a string with two decimals, such as \"18000.00\".");
        }
        if (money.compareTo(min) < 0 || money.exceeds(max)) {
            return fault(
                    faults,
                    pointer + "/amount",
                    "out-of-range",
                    "The amount must be between %s and %s.".formatted(min, max));
        }
        return Optional.of(new Answer.OfMoney(money));
    }

    private static Optional<Answer> date(JsonNode json, String pointer, Consumer<Violation> faults) {
        try {
            var date = LocalDate.parse(String.valueOf(text(json)));
            if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
                return fault(faults, pointer, "out-of-range", "The date must be between 1990 and 2099.");
            }
            return Optional.of(new Answer.OfDate(date));
        } catch (DateTimeParseException notADate) {
            return fault(faults, pointer, "not-a-date", "This must be a date such as \"2026-11-22\".");
        }
    }

    private static @Nullable String text(JsonNode json) {
        return json.isTextual() ? json.textValue() : null;
    }

    private static Optional<Answer> fault(Consumer<Violation> faults, String pointer, String code, String detail) {
        faults.accept(new Violation(pointer, code, detail));
        return Optional.empty();
    }
}
