package hk.itf.model.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FinancialYearTest {

    @Test
    void beginsOnFirstOfApril() {
        assertThat(FinancialYear.of(LocalDate.of(2027, 3, 31)).label()).isEqualTo("2026-27");
        assertThat(FinancialYear.of(LocalDate.of(2027, 4, 1)).label()).isEqualTo("2027-28");
        assertThat(FinancialYear.of(LocalDate.of(2099, 4, 1)).label()).isEqualTo("2099-00");
        assertThat(FinancialYear.firstDayOfYearWith(LocalDate.of(2027, 3, 31))).isEqualTo(LocalDate.of(2026, 4, 1));
    }

    @Test
    void refusesLabelOfTwoSeparateYears() {
        assertThatThrownBy(() -> new FinancialYear("2026-28")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void comparesByTime() {
        assertThat(new FinancialYear("2026-27").isBefore(new FinancialYear("2027-28")))
                .isTrue();
        assertThat(new FinancialYear("2027-28").isBefore(new FinancialYear("2027-28")))
                .isFalse();
    }
}
