package hk.itf.infra.benchmark.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.benchmark.LocalPlatform;
import hk.itf.infra.local.Ports;
import hk.itf.infra.local.StateFolder;
import hk.itf.infra.local.TokenIssuer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundsTest {

    @TempDir
    private Path folder;

    private final List<String> progress = new ArrayList<>();

    @Test
    void measuresFloorBeforeAndAfterSystemAndTakesMedianOfRatios() {
        var floors = List.of(100.0, 300.0, 100.0, 100.0, 50.0, 50.0).iterator();
        var systems = List.of(20.0, 30.0, 5.0).iterator();

        var medians = rounds(3).run("Submissions", floors::next, systems::next);

        assertThat(medians.system()).isEqualTo(20);
        assertThat(medians.floor()).isEqualTo(100);
        assertThat(medians.ratio()).isEqualTo(0.1); // of 0.1, 0.3 and 0.1
        assertThat(progress).hasSize(3).allSatisfy(line -> assertThat(line).contains("foreign load"));
    }

    @Test
    void takesMeanOfMiddleTwoForEvenNumber() {
        assertThat(Rounds.median(List.of(4.0, 1.0, 3.0, 2.0))).isEqualTo(2.5);
        assertThat(Rounds.median(List.of(3.0, 1.0, 2.0))).isEqualTo(2);
    }

    private Rounds rounds(int count) {
        var platform =
                new LocalPlatform(folder, new StateFolder(folder), Ports.from(Map.of()), TokenIssuer.open(folder));
        return new Rounds(platform, count, progress::add);
    }
}
