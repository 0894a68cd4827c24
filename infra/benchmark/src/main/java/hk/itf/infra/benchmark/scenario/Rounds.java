package hk.itf.infra.benchmark.scenario;

import hk.itf.infra.benchmark.LocalPlatform;
import hk.itf.infra.benchmark.measure.ProcessCpu;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * Measurements of the platform between two measurements of its floor, round after round. A machine that becomes slower slows
 * down both, so that their ratio remains.
 */
public record Rounds(LocalPlatform platform, int rounds, Consumer<String> progress) {

    /** More load than this by other processes marks a round. */
    public static final double MOST_FOREIGN_CORES = 0.15;

    /**
     * The medians of all rounds.
     *
     * @param ratio median of system / mean of both floors
     */
    public record Medians(double system, double floor, double ratio) {}

    public Medians run(String name, DoubleSupplier floor, DoubleSupplier system) {
        var systems = new ArrayList<Double>();
        var floors = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        for (var round = 1; round <= rounds; round++) {
            var cpu = ProcessCpu.read(platform);
            var start = System.nanoTime();
            var before = floor.getAsDouble();
            var measured = system.getAsDouble();
            var mean = (before + floor.getAsDouble()) / 2;
            var foreign = ProcessCpu.read(platform).foreignSince(cpu) * 1e9 / (System.nanoTime() - start);
            systems.add(measured);
            floors.add(mean);
            ratios.add(measured / mean);
            progress.accept("%s, round %d of %d: %.1f, floor %.1f, foreign load %.2f cores%s"
                    .formatted(
                            name,
                            round,
                            rounds,
                            measured,
                            mean,
                            foreign,
                            foreign > MOST_FOREIGN_CORES ? " (DISTURBED)" : ""));
        }
        return new Medians(median(systems), median(floors), median(ratios));
    }

    /** The middle value; the mean of the two middle ones if their number is even. */
    public static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
