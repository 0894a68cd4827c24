package hk.itf.infra.benchmark;

import java.util.Locale;

/** A part of the benchmark, which {@code --only} runs alone. */
public enum Scenario {
    /** CPU time and time of the start of one service. */
    START,
    /** CPU and memory of services without requests. */
    IDLE,
    /** The machine without the platform: TPC-B-like transactions, Kafka, an empty authenticated POST. */
    FLOORS,
    /** Whole lives of grants, from the draft to the completed award. */
    LIFECYCLE,
    /** Vetting, claims, single releases and a payment run. */
    STAGES,
    /** Time from the submission until its task can be taken. */
    VISIBILITY,
    /** The highest rate of submissions at which no lag grows. */
    INTAKE,
    /** Submissions while the broker is stopped. */
    RECOVERY,
    /** Memory after the scenarios before. */
    MEMORY,
    /** The cost of four operations at growing numbers of applications. */
    GROWTH,
    /** Whole lives in another engine, in as many rounds as {@link #LIFECYCLE}; only with {@code --peers}. */
    PEERS;

    /** Whether the scenario measures services that have compiled what they run. */
    boolean isOfWarmServices() {
        return switch (this) {
            case START, IDLE, MEMORY, PEERS -> false;
            case FLOORS, LIFECYCLE, STAGES, VISIBILITY, INTAKE, RECOVERY, GROWTH -> true;
        };
    }

    /** Name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
