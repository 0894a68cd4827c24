package hk.itf.infra.endtoend;

import java.util.List;
import java.util.stream.Stream;

/** All journeys in the order of the demo. The product calculates every amount they print. */
final class Journeys {

    private Journeys() {}

    static List<Journey> all() {
        return Stream.of(
                        ResearchPosts.journeys(),
                        OverlapQuotas.journeys(),
                        VettingOutcomes.journeys(),
                        Commitments.journeys(),
                        Payments.journeys(),
                        Papers.journeys(),
                        TrainingGrants.journeys(),
                        StagedProjects.journeys(),
                        SponsoredProjects.journeys(),
                        FileOnlySchemes.journeys(),
                        YearEnd.journeys())
                .flatMap(List::stream)
                .toList();
    }
}
