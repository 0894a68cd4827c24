package hk.itf.infra.endtoend.story;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A course that a company sends people to: how many, when, and at what fee; everything else is in order. */
public record Training(String course, LocalDate commences, LocalDate ends, int trainees, String fee) {

    /** How many of so many lessons somebody attended. */
    public record Attendance(int attended, int lessons) {}

    /** What a course says of itself when it is to be registered. */
    public static Map<String, Object> course(LocalDate first, String ceiling) {
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

    /** A line for each trainee, with the fee paid and the lessons attended. */
    public List<Map<String, Object>> lines(Attendance... attendances) {
        var given = List.of(attendances);
        return IntStream.range(0, given.size())
                .mapToObj(i -> Stream.of(given.get(i))
                        .map(each -> Map.of(
                                "row",
                                i + 1,
                                "paid",
                                Person.hkd(fee),
                                "evidence",
                                Map.of("attended", each.attended(), "lessons", each.lessons(), "fees-confirmed", true)))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }
}
