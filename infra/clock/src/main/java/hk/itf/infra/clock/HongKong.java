package hk.itf.infra.clock;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Hong Kong's days: the one place where deadlines become instants and working days are counted. */
public final class HongKong {

    public static final ZoneId ZONE = ZoneId.of("Asia/Hong_Kong");

    private static final HolidayManager HOLIDAYS =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.HONG_KONG));

    private HongKong() {}

    public static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    /** The last instant of a deadline day is still in time; this is the first that is not. */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    public static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !HOLIDAYS.isHoliday(day);
    }

    /** The working day that is so many working days after a day; zero gives the day itself, or the next working day. */
    public static LocalDate plusWorkingDays(LocalDate day, int workingDays) {
        var date = day;
        while (!isWorkingDay(date)) {
            date = date.plusDays(1);
        }
        for (var left = workingDays; left > 0; ) {
            date = date.plusDays(1);
            if (isWorkingDay(date)) {
                left--;
            }
        }
        return date;
    }

    /** Working days after {@code from} up to and including {@code to}; zero when {@code to} is not later. */
    public static int workingDaysBetween(LocalDate from, LocalDate to) {
        return (int) from.plusDays(1)
                .datesUntil(to.isAfter(from) ? to.plusDays(1) : from.plusDays(1))
                .filter(HongKong::isWorkingDay)
                .count();
    }
}
