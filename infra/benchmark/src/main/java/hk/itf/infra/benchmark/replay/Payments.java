package hk.itf.infra.benchmark.replay;

import static hk.itf.infra.local.Service.DISBURSEMENT;

import hk.itf.infra.benchmark.LocalPlatform;
import hk.itf.infra.benchmark.load.LoadClient;
import hk.itf.infra.benchmark.load.Person;
import java.util.List;
import java.util.Map;

/** Payment runs over everything that is due. */
final class Payments {

    private static final int LARGEST_RUN = 100;

    private final Person preparer;
    private final Person releaser;

    Payments(LocalPlatform platform) {
        preparer = platform.person("Replay-preparer", "finance-preparer");
        releaser = platform.person("Replay-releaser", "finance-releaser");
    }

    /** Opens, prepares and releases one run. Returns the number of released tranches. */
    int run(LoadClient client) {
        var opened = client.post(preparer, DISBURSEMENT, "/payment-runs?upTo=" + LARGEST_RUN, Map.of());
        if (opened.status() == 409) {
            return 0; // nothing is due
        }
        var path = "/payment-runs/"
                + opened.require(201, "The opening of a payment run")
                        .json()
                        .path("id")
                        .asText();
        if (opened.json().path("lines").isEmpty()) {
            return 0;
        }
        return prepareAndRelease(client, path);
    }

    /** Ends the runs that an interruption left behind: prepared tranches belong to no other run. */
    void endRuns(LoadClient client) {
        var runs = client.get(preparer, DISBURSEMENT, "/payment-runs?size=20")
                .require(200, "The list of payment runs")
                .json();
        for (var run : runs.path("items")) {
            var isOpen = run.path("totals")
                    .valueStream()
                    .anyMatch(total -> total.path("lines").asInt() > 0
                            && List.of("LISTED", "PREPARED")
                                    .contains(total.path("status").asText()));
            if (isOpen) {
                prepareAndRelease(client, "/payment-runs/" + run.path("id").asText());
            }
        }
    }

    private int prepareAndRelease(LoadClient client, String path) {
        var prepared = client.put(preparer, DISBURSEMENT, path + "/preparation", Map.of())
                .require(200, "The preparation of a payment run")
                .json();
        var released = client.put(
                        releaser, DISBURSEMENT, path + "/release", Map.of("expectedTotal", prepared.path("total")))
                .require(200, "The release of a payment run")
                .json();
        return (int) released.path("lines")
                .valueStream()
                .filter(line -> line.path("status").asText().equals("RELEASED"))
                .count();
    }
}
