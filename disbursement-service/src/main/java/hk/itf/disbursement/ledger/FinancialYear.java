package hk.itf.disbursement.ledger;

import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * 1 April to 31 March, by Hong Kong days.
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

    public static FinancialYear of(LocalDate day) {
        var first = day.getMonth().compareTo(Month.APRIL) < 0 ? day.getYear() - 1 : day.getYear();
        return new FinancialYear(String.format(Locale.ROOT, "%d-%02d", first, (first + 1) % 100));
    }

    public boolean isBefore(FinancialYear other) {
        return label.compareTo(other.label) < 0;
    }

    @Override
    public String toString() {
        return label;
    }
}
