package hk.itf.infra.endtoend;

import java.util.List;
import java.util.stream.Stream;

/** Every journey, in the order in which the demo tells them. All amounts are computed by the product. */
final class Journeys {

    private Journeys() {}

    static List<Journey> all() {
        return Stream.of(
                        PaidPosts.journeys(),
                        Quotas.journeys(),
                        Outcomes.journeys(),
                        Commitments.journeys(),
                        Payments.journeys(),
                        Papers.journeys(),
                        TrainingGrants.journeys(),
                        StagedProjects.journeys(),
                        SponsoredProjects.journeys(),
                        FilesAlone.journeys(),
                        YearEnd.journeys())
                .flatMap(List::stream)
                .toList();
    }
}
