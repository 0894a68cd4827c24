package hk.itf.model.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The Government's financial year, 1 April to 31 March, in Hong Kong dates.
 *
 * @param label such as {@code 2026-27}
 */
public record FinancialYear(String label) {

    private static final Pattern LABEL = Pattern.compile("(20[0-9]{2})-([0-9]{2})");

    public FinancialYear {
        var matcher = LABEL.matcher(label);
        if (!matcher.matches()
                || (Integer.parseInt(matcher.group(1)) + 1) % 100 != Integer.parseInt(matcher.group(2))) {
            throw new IllegalArgumentException("a financial year is written as 2026-27");
        }
    }

    /** The financial year that includes the day. */
    public static FinancialYear of(LocalDate day) {
        var first = firstDayOfYearWith(day).getYear();
        return new FinancialYear(String.format(Locale.ROOT, "%d-%02d", first, (first + 1) % 100));
    }

    /** The 1 April on or before the day. Takes years that have no label, too. */
    public static LocalDate firstDayOfYearWith(LocalDate day) {
        var year = day.getMonth().compareTo(Month.APRIL) < 0 ? day.getYear() - 1 : day.getYear();
        return LocalDate.of(year, Month.APRIL, 1);
    }

    public boolean isBefore(FinancialYear other) {
        return label.compareTo(other.label) < 0;
    }

    @Override
    public String toString() {
        return label;
    }
}
