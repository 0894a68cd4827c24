package hk.itf.infra.benchmark.floor;

import hk.itf.infra.local.Service;
import java.util.List;

/**
 * One transaction of the floor: a function in the database, so that the call is one round trip and one commit.
 *
 * @param function name of the function
 * @param sql that creates the function
 * @param identifiers the captured identifiers whose replacements the call passes, in this order
 */
record FloorStep(Service service, String function, String sql, List<String> identifiers) {

    FloorStep {
        identifiers = List.copyOf(identifiers);
    }

    String call() {
        return "select bench_floor.%s(?, ?)".formatted(function);
    }
}
