package hk.itf.infra.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SweepTest {

    private final List<Integer> done = new ArrayList<>();

    @Test
    void passesOverFailingCandidate() {
        Sweep.<Integer>ofDue("number", 100).run(numbersUpTo(3, 100), this::refuseTwo);
        assertThat(done).containsExactly(1, 3);
    }

    @Test
    void reachesCandidatesBehindFullPagesOfFailures() {
        var sweep = Sweep.<Integer>ofDue("number", 2);
        sweep.run(numbersUpTo(5, 2), number -> {
            if (number <= 4) {
                throw new IllegalStateException("not this one");
            }
            done.add(number);
        });
        assertThat(done).containsExactly(5);
    }

    @Test
    void handlesTenPagesAndContinuesAfterThem() {
        var sweep = Sweep.<Integer>ofDue("number", 2);
        sweep.run(numbersUpTo(25, 2), done::add);
        assertThat(done).hasSize(20).doesNotContain(21);
        sweep.run(numbersUpTo(25, 2), done::add);
        assertThat(done)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 25).boxed().toList());
    }

    @Test
    void looksAtOnePageOfWaitingCandidates() {
        var sweep = Sweep.<Integer>ofWaiting("number", 2);
        sweep.run(numbersUpTo(5, 2), done::add);
        assertThat(done).containsExactly(1, 2);
        sweep.run(numbersUpTo(5, 2), done::add);
        assertThat(done).containsExactly(1, 2, 3, 4);
    }

    @Test
    void startsAgainAfterLastCandidate() {
        var sweep = Sweep.<Integer>ofWaiting("number", 2);
        sweep.run(numbersUpTo(3, 2), done::add);
        sweep.run(numbersUpTo(3, 2), done::add);
        sweep.run(numbersUpTo(3, 2), done::add);
        assertThat(done).containsExactly(1, 2, 3, 1, 2);
    }

    private void refuseTwo(int number) {
        if (number == 2) {
            throw new IllegalStateException("not this one");
        }
        done.add(number);
    }

    private static Function<Optional<Integer>, List<Integer>> numbersUpTo(int highest, int pageSize) {
        return after -> IntStream.rangeClosed(after.orElse(0) + 1, highest)
                .limit(pageSize)
                .boxed()
                .toList();
    }
}
