package hk.itf.infra.benchmark.lifecycle;

import hk.itf.infra.benchmark.load.Person;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A stage of a research post's review, with the act that completes its tasks. */
enum Stage {
    COMPLETENESS("completeness", Map.of("complete", true)),
    ELIGIBILITY("eligibility", Map.of("eligible", true)),
    TECHNICAL_REVIEW(
            "score-sheet",
            Map.of(
                    "marks",
                    Map.of("research-content", 8, "talent-fit", 8, "supervision", 8),
                    "comment",
                    "Marked by the criteria.")),
    DECISION("decision", Map.of("outcome", "APPROVE", "letter", "The application serves the purpose of the fund.")),
    CLAIM_VETTING(
            "claim-vetting",
            Map.of(
                    "lines",
                    IntStream.rangeClosed(1, Steps.MONTHS)
                            .mapToObj(line -> Map.of("number", line, "accepted", true))
                            .toList()));

    private final String act;
    private final Map<String, Object> body;

    Stage(String act, Map<String, Object> body) {
        this.act = act;
        this.body = body;
    }

    /** Last part of the path of the act, below the task. */
    String act() {
        return act;
    }

    Map<String, Object> body() {
        return body;
    }

    /** The people of a worker who may take tasks of the stage. The first has no task for them if they acted on it before. */
    List<Person> staff(Clerk clerk) {
        return switch (this) {
            case COMPLETENESS, ELIGIBILITY -> List.of(clerk.secretary());
            case TECHNICAL_REVIEW -> List.of(clerk.firstAssessor(), clerk.secondAssessor());
            case DECISION -> List.of(clerk.commissioner());
            case CLAIM_VETTING -> List.of(clerk.claimsOfficer());
        };
    }
}
