package hk.itf.infra.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepTest {

    @Test
    void oneThatFailsDoesNotKeepTheOthersFromTheirTurn() {
        var done = new ArrayList<Integer>();
        Sweep.each("number", List.of(1, 2, 3), number -> {
            if (number == 2) {
                throw new IllegalStateException("not this one");
            }
            done.add(number);
        });
        assertThat(done).containsExactly(1, 3);
    }
}
