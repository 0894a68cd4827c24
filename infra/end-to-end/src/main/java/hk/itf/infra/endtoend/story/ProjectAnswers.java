package hk.itf.infra.endtoend.story;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The answers of applications for projects: eligible, apart from the values a journey chooses. */
public final class ProjectAnswers {

    private ProjectAnswers() {}

    /** Stage 1 of a RAISe+ project, with matching money in cash and in kind. */
    public static Map<String, Object> staged(LocalDate from, int months, String cost, String cash, String inKind) {
        return Map.ofEntries(
                Map.entry("title", "Self-loading harbour cranes"),
                Map.entry("plan", "Two prototypes, a pilot at a terminal, then sales."),
                Map.entry("key-people", "Prof. Chan Tai Man leads the team."),
                Map.entry("team-ip-share", 75),
                Map.entry("entry", "stage-1"),
                Map.entry("commencement", from.toString()),
                Map.entry("months", months),
                Map.entry("cost", Person.hkd(cost)),
                Map.entry("industry-cash", Person.hkd(cash)),
                Map.entry("in-kind", Person.hkd(inKind)));
    }

    /** Stage 2 of a RAISe+ project. */
    public static Map<String, Object> secondStage(LocalDate from, String cost, String cash) {
        return Map.of(
                "stage-2-commencement",
                from.toString(),
                "stage-2-months",
                24,
                "stage-2-cost",
                Person.hkd(cost),
                "stage-2-industry-cash",
                Person.hkd(cash));
    }

    /** An applied research project with one sponsoring company. */
    public static Map<String, Object> sponsored(LocalDate from, int months, String cost, String sponsorship) {
        var answers = new HashMap<>(research(from, months, cost));
        answers.put("waiver", false);
        answers.put(
                "sponsors",
                List.of(Map.of(
                        "company",
                        "Harbour Robotics Limited",
                        "is-company",
                        true,
                        "cash",
                        Person.hkd(sponsorship),
                        "in-kind",
                        Person.hkd("0.00"))));
        return answers;
    }

    /** A research project without sponsors. */
    public static Map<String, Object> research(LocalDate from, int months, String cost) {
        return Map.of(
                "title", "Sensors for cranes",
                "abstract", "A sensor that sees through fog.",
                "deliverables", "A sensor; a report.",
                "key-people", "Dr Wong Siu Ming leads the team.",
                "commencement", from.toString(),
                "months", months,
                "cost", Person.hkd(cost));
    }

    /** A trial production, for the scheme {@code trial-production}. */
    public static Map<String, Object> trial(LocalDate from, int months, String cost) {
        return Map.of(
                "product",
                "A hoist for small workshops.",
                "commencement",
                from.toString(),
                "months",
                months,
                "budget",
                List.of(Map.of("item", "Steel", "cost", Person.hkd(cost))));
    }
}
