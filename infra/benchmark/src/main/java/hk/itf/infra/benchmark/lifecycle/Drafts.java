package hk.itf.infra.benchmark.lifecycle;

import static hk.itf.infra.local.Service.APPLICATIONS;

import hk.itf.infra.benchmark.LocalPlatform;
import hk.itf.infra.benchmark.load.ClosedLoop;
import hk.itf.infra.benchmark.load.LoadClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Applications in draft with all answers, ready for submission. */
public final class Drafts {

    /** Largest number of posts that the scheme allows an organisation at the same time. */
    private static final int PER_ORGANISATION = 4;

    private final Steps steps;
    private final List<Life> drafts;

    private Drafts(Steps steps, List<Life> drafts) {
        this.steps = steps;
        this.drafts = drafts;
    }

    /** Creates them so that neighbours belong to different organisations and do not wait for the same allowance. */
    public static Drafts create(LocalPlatform platform, int clients, int count) {
        var organisations = Math.ceilDiv(count, PER_ORGANISATION);
        var lives = new Life[PER_ORGANISATION][organisations];
        var steps = new Steps(platform);
        ClosedLoop.run(platform.ports(), clients, organisations, (client, index) -> {
            var applicant = platform.newPerson("applicant");
            var organisation = client.post(
                            applicant,
                            APPLICATIONS,
                            "/organisations",
                            Map.of("name", "Benchmark Limited", "kind", "COMPANY"))
                    .require(201, "The registration of an organisation")
                    .json()
                    .path("id")
                    .asText();
            for (var post = 0; post < PER_ORGANISATION && post * organisations + index < count; post++) {
                var life = new Life(applicant, organisation);
                steps.draft(client, life);
                lives[post][index] = life;
            }
        });
        var ordered = new ArrayList<Life>();
        for (var oneEach : lives) {
            for (var life : oneEach) {
                if (life != null) {
                    ordered.add(life);
                }
            }
        }
        return new Drafts(steps, ordered);
    }

    public int size() {
        return drafts.size();
    }

    public String grant(int index) {
        return drafts.get(index).id();
    }

    public List<String> grants() {
        return drafts.stream().map(Life::id).toList();
    }

    /** Withdraws all applications, so that their tasks leave the review queue. */
    public void withdraw(LocalPlatform platform, int clients) {
        ClosedLoop.run(platform.ports(), clients, size(), (client, index) -> steps.withdraw(client, drafts.get(index)));
    }

    public void submit(LoadClient client, int index) {
        steps.submit(client, Objects.requireNonNull(drafts.get(index)));
    }
}
