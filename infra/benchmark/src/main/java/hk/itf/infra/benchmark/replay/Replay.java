package hk.itf.infra.benchmark.replay;

import hk.itf.infra.benchmark.LocalPlatform;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Lives the applications of the fund, wave by wave.
 *
 * @param share of the fund, more than 0, at most 1
 * @param clients number of clients that send requests at the same time
 * @param progress receives one line at the end of each wave
 */
public record Replay(LocalPlatform platform, Path journalFile, double share, int clients, Consumer<String> progress) {

    private static final int WAVE = 500;
    private static final int BAR = 30;

    /** Lives all applications that an earlier run has not lived, and checks the fund. Returns the lines of the checks. */
    public List<String> run() {
        var projects = Fund.of(share);
        var waves = Math.ceilDiv(projects.size(), WAVE);
        var start = System.nanoTime();
        var livedHere = 0;
        try (var journal = Journal.open(journalFile)) {
            for (var number = 0; number < waves; number++) {
                var wave = projects.subList(number * WAVE, Math.min(projects.size(), (number + 1) * WAVE));
                if (!journal.isEnded(number, Phase.THIRD_QUARTER)) {
                    new Wave(platform, journal, clients, number, wave).run();
                    livedHere += wave.size();
                    progress.accept(bar(
                            projects.indexOf(wave.getLast()) + 1,
                            projects.size(),
                            livedHere,
                            Duration.ofNanos(System.nanoTime() - start)));
                }
            }
        }
        return FundCheck.check(platform, projects, Fund.total(share));
    }

    /**
     * A line with the progress, the rate and the time left.
     *
     * @param done applications that are lived, in this run or before
     * @param livedHere applications that this run has lived
     */
    static String bar(int done, int total, int livedHere, Duration elapsed) {
        var filled = BAR * done / total;
        var rate = livedHere * 1000.0 / Math.max(1, elapsed.toMillis());
        var left = Duration.ofSeconds(Math.round((total - done) / Math.max(rate, 1e-6)));
        return String.format(
                Locale.ROOT,
                "[%s%s] %d of %d applications, %.1f a second, %d:%02d:%02d left",
                "#".repeat(filled),
                ".".repeat(BAR - filled),
                done,
                total,
                rate,
                left.toHours(),
                left.toMinutesPart(),
                left.toSecondsPart());
    }
}
