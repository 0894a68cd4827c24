package hk.itf.infra.benchmark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The metrics of a run, in the order in which they were measured. */
public final class Metrics {

    private final List<Metric> all = new ArrayList<>();

    public void add(String name, double value, String unit) {
        all.add(Metric.of(name, value, unit, null));
    }

    /** @param floor the same work without the platform, in the same unit */
    public void add(String name, double value, String unit, double floor) {
        all.add(Metric.of(name, value, unit, floor));
    }

    public List<Metric> all() {
        return List.copyOf(all);
    }

    public Optional<Metric> find(String name) {
        return all.stream().filter(metric -> metric.name().equals(name)).findFirst();
    }
}
