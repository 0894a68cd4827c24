package hk.itf.infra.text;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.TimeZone;
import hk.itf.model.Wording;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.value.LocalisedText;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Date;

/** Formats the values that a text names, the way readers of the language write them. Dates and times are Hong Kong's. */
final class TextValues {

    private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");

    private final Texts texts;
    private final Language language;

    TextValues(Texts texts, Language language) {
        this.texts = texts;
        this.language = language;
    }

    /** Numbers stay numbers, so that a text can choose a plural; all else becomes text. */
    Object format(Object value) {
        return switch (value) {
            case Money money -> amount(money);
            case LocalDate date -> date(date);
            case Instant instant -> time(instant);
            case Enum<?> constant -> label(constant);
            case LocalisedText text -> text.in(language.tag());
            case Wording label -> texts.render(TextSection.LABELS, label, language);
            case Collection<?> list -> list(list);
            case Number number -> number;
            default -> value.toString();
        };
    }

    /** A constant without a label keeps its name, because the rest of the text still helps the reader. */
    private String label(Enum<?> constant) {
        return texts.has(TextSection.LABELS, Texts.labelKey(constant))
                ? texts.label(constant, language)
                : constant.name();
    }

    private String amount(Money money) {
        var format = NumberFormat.getNumberInstance(language.locale());
        format.setMinimumFractionDigits(2);
        return "HK$" + format.format(BigDecimal.valueOf(money.cents(), 2));
    }

    private String date(LocalDate date) {
        var format =
                new SimpleDateFormat(language == Language.ENGLISH ? "d MMMM yyyy" : "yyyy年M月d日", language.locale());
        return inHongKong(format, date.atStartOfDay(HONG_KONG).toInstant());
    }

    private String time(Instant instant) {
        var format = new SimpleDateFormat(
                language == Language.ENGLISH ? "d MMMM yyyy, HH:mm" : "yyyy年M月d日 HH:mm", language.locale());
        return inHongKong(format, instant);
    }

    private static String inHongKong(DateFormat format, Instant instant) {
        format.setTimeZone(TimeZone.getTimeZone(HONG_KONG.getId()));
        return format.format(Date.from(instant));
    }

    private String list(Collection<?> values) {
        return ListFormatter.getInstance(language.locale())
                .format(values.stream().map(this::format).map(String::valueOf).toList());
    }
}
