package hk.itf.infra.endtoend.story;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A class of a registered course, and the trainees that a company sends to it.
 *
 * @param course reference of the register entry
 * @param fee course fee per trainee, in HKD
 */
public record Training(String course, LocalDate commences, LocalDate ends, int trainees, String fee) {

    /** The number of attended lessons and of all lessons. */
    public record Attendance(int attended, int lessons) {}

    /** The answers of an application that registers a course. */
    public static Map<String, Object> courseAnswers(LocalDate first, String ceiling) {
        return Map.of(
                "course-title",
                "Machine vision for production lines",
                "provider-name",
                "Harbour Training Limited",
                "provider-experience-years",
                5,
                "content",
                "Cameras, models and their use on a line; fewer rejects in local factories.",
                "first-commencement",
                first.toString(),
                "last-commencement",
                first.plusYears(2).toString(),
                "ceiling",
                Person.hkd(ceiling));
    }

    /** The answers of an application for the training grant. */
    public Map<String, Object> answers() {
        return Map.of(
                "registered",
                true,
                "subvented",
                false,
                "course",
                course,
                "course-commencement",
                commences.toString(),
                "course-end",
                ends.toString(),
                "trainees",
                IntStream.range(0, trainees).mapToObj(i -> trainee()).toList());
    }

    private Map<String, Object> trainee() {
        return Map.of(
                "name",
                "Chan Tai Man",
                "identity",
                "Z" + UUID.randomUUID(),
                "permanent-resident",
                true,
                "full-time",
                true,
                "mpf-three-months",
                true,
                "qualified",
                true,
                "experience-years",
                3,
                "fee",
                Person.hkd(fee));
    }

    /** Claim lines, one per trainee, with the fee paid and the lessons attended. */
    public List<Map<String, Object>> lines(Attendance... attendances) {
        return IntStream.range(0, attendances.length)
                .mapToObj(i -> line(i + 1, attendances[i]))
                .toList();
    }

    private Map<String, Object> line(int row, Attendance attendance) {
        return Map.of(
                "row",
                row,
                "paid",
                Person.hkd(fee),
                "evidence",
                Map.of("attended", attendance.attended(), "lessons", attendance.lessons(), "fees-confirmed", true));
    }
}
