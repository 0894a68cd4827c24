package hk.itf.infra.benchmark.replay;

import hk.itf.infra.benchmark.replay.Project.Post;
import hk.itf.infra.benchmark.replay.Project.Research;
import hk.itf.model.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The answers of applications: eligible, with the amounts of the project. */
final class Answers {

    private Answers() {}

    static Map<String, Object> of(Project project, LocalDate today) {
        return switch (project) {
            case Post post -> of(post, today);
            case Research research -> of(research, today);
        };
    }

    static Map<String, String> hkd(Money amount) {
        return Map.of("amount", amount.amount(), "currency", "HKD");
    }

    /** A post whose first quarter has just ended. */
    private static Map<String, Object> of(Post post, LocalDate today) {
        return Map.ofEntries(
                Map.entry("stream", "tc"),
                Map.entry("conducts-rd", true),
                Map.entry("substantive-business", true),
                Map.entry("registered", true),
                Map.entry("subvented", false),
                Map.entry("talent-name", "Chan Tai Man"),
                Map.entry("degree", "bachelor"),
                Map.entry("degree-stem", true),
                Map.entry("degree-origin", "local"),
                Map.entry("right-to-work", true),
                Map.entry("related", false),
                Map.entry("open-selection", true),
                Map.entry(
                        "engagement-start",
                        today.minusMonths(Post.QUARTER).withDayOfMonth(1).toString()),
                Map.entry("engagement-months", post.months()),
                Map.entry("monthly-salary", hkd(post.salary())),
                Map.entry("duties", "Designs the control software of a harbour crane."));
    }

    /** A project whose first month has just ended. */
    private static Map<String, Object> of(Research research, LocalDate today) {
        return Map.ofEntries(
                Map.entry("title", research.sector().title() + " project " + research.number()),
                Map.entry("abstract", "A sensor that sees through fog."),
                Map.entry("deliverables", "A sensor; a report."),
                Map.entry("key-people", "Dr Wong Siu Ming leads the team."),
                Map.entry("commencement", today.minusMonths(1).toString()),
                Map.entry("months", Research.MONTHS),
                Map.entry("cost", hkd(research.cost())),
                Map.entry("waiver", false),
                Map.entry(
                        "sponsors",
                        List.of(Map.of(
                                "company",
                                "Harbour Robotics Limited",
                                "is-company",
                                true,
                                "cash",
                                hkd(research.sponsorship()),
                                "in-kind",
                                hkd(Money.ZERO)))));
    }
}
