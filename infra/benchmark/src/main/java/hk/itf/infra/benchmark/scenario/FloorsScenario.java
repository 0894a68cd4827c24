package hk.itf.infra.benchmark.scenario;

import static hk.itf.infra.local.Service.DISBURSEMENT;

import hk.itf.infra.benchmark.floor.KafkaFloor;
import hk.itf.infra.benchmark.floor.TpcB;
import hk.itf.infra.benchmark.load.ClosedLoop;
import hk.itf.infra.benchmark.load.LoadResult;
import java.util.Map;

/**
 * The servers without the platform's own work: TPC-B-like transactions, Kafka from producer to consumer, and an empty POST
 * whose token is checked and whose role is refused, so that no transaction begins.
 */
public record FloorsScenario(ScenarioContext context) {

    private static final int WARM_UP = 400;

    public void run() {
        var plan = context.plan();
        context.progress().accept("Measuring TPC-B-like transactions, Kafka and an empty POST ...");
        try (var tpcB = TpcB.create(context.platform())) {
            context.metrics().add("floor.tpcb", tpcB.rate(plan.clients(), plan.floorTime()), "1/s");
        }
        context.addLatencies("floor.kafka", KafkaFloor.measure(context.platform(), plan.floorTime()));
        var warmUp = post(WARM_UP);
        var result = post(
                Math.max(WARM_UP, (int) (warmUp.perSecond() * plan.floorTime().toMillis() / 1000)));
        context.metrics().add("floor.http", result.perSecond(), "1/s");
        context.metrics().add("client.cpu-per-call", result.clientMicrosPerCall(), "us");
    }

    private LoadResult post(int count) {
        var applicant = context.platform().newPerson("applicant");
        return ClosedLoop.run(
                context.platform().ports(),
                context.plan().clients(),
                count,
                (client, index) -> client.post(applicant, DISBURSEMENT, "/envelopes", Map.of())
                        .require(403, "A POST without the role"));
    }
}
