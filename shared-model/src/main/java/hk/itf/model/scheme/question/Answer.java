package hk.itf.model.scheme.question;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import hk.itf.model.money.Money;
import java.time.LocalDate;
import java.util.List;

/** The answer to one question. Storage and events carry the kind beside the value; over HTTP the question gives the kind. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Answer.OfMoney.class, name = "money"),
    @JsonSubTypes.Type(value = Answer.OfCount.class, name = "count"),
    @JsonSubTypes.Type(value = Answer.OfDate.class, name = "date"),
    @JsonSubTypes.Type(value = Answer.OfText.class, name = "text"),
    @JsonSubTypes.Type(value = Answer.OfChoice.class, name = "choice"),
    @JsonSubTypes.Type(value = Answer.OfYesNo.class, name = "yes-no"),
    @JsonSubTypes.Type(value = Answer.OfRows.class, name = "rows"),
    @JsonSubTypes.Type(value = Answer.OfEntry.class, name = "entry")
})
public sealed interface Answer {

    record OfMoney(Money value) implements Answer {}

    record OfCount(int value) implements Answer {}

    record OfDate(LocalDate value) implements Answer {}

    record OfText(String value) implements Answer {}

    record OfChoice(String value) implements Answer {}

    record OfYesNo(boolean value) implements Answer {}

    /** A list, such as trainees or costs. Each row answers the columns of the question. */
    record OfRows(List<Answers> rows) implements Answer {
        public OfRows {
            rows = List.copyOf(rows);
        }
    }

    /** One register entry, copied when the applicant chose it. */
    record OfEntry(RegisterEntry entry) implements Answer {}

    /** The answer as JSON over HTTP shows it, without its kind. */
    default Object toJsonValue() {
        return switch (this) {
            case OfMoney money -> money.value();
            case OfCount count -> count.value();
            case OfDate date -> date.value().toString();
            case OfText text -> text.value();
            case OfChoice choice -> choice.value();
            case OfYesNo yesNo -> yesNo.value();
            case OfRows rows -> rows.rows().stream().map(Answers::toJsonValues).toList();
            case OfEntry entry -> entry.entry().reference();
        };
    }
}
