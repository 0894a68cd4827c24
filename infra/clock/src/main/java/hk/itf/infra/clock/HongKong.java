package hk.itf.infra.clock;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The Hong Kong calendar: days, ends of days, and working days without weekends and public holidays. */
public final class HongKong {

    /** For annotations, which take constants only. */
    public static final String ZONE_ID = "Asia/Hong_Kong";

    public static final ZoneId ZONE = ZoneId.of(ZONE_ID);

    /** Read when a working day is first asked for, because reading the calendar takes a tenth of a second. */
    private static final class Holidays {

        private static final HolidayManager CALENDAR =
                HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.HONG_KONG));
    }

    private HongKong() {}

    public static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    /** The first instant after the day. A deadline on that day is missed from this instant on. */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    public static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !Holidays.CALENDAR.isHoliday(day);
    }

    /**
     * Adds working days to a day. A day that is no working day counts as the next working day, so that zero working
     * days after a Sunday is Monday.
     */
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

    /** Adds working days and keeps the time of day in Hong Kong. */
    public static Instant plusWorkingDays(Instant instant, int workingDays) {
        var local = instant.atZone(ZONE);
        return plusWorkingDays(local.toLocalDate(), workingDays)
                .atTime(local.toLocalTime())
                .atZone(ZONE)
                .toInstant();
    }

    /** Counts the working days after {@code from} up to and including {@code to}; zero when {@code to} is not later. */
    public static int workingDaysBetween(LocalDate from, LocalDate to) {
        return (int) from.plusDays(1)
                .datesUntil(to.isAfter(from) ? to.plusDays(1) : from.plusDays(1))
                .filter(HongKong::isWorkingDay)
                .count();
    }
}
