package hk.itf.infra.benchmark.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() {
        file = folder.resolve("replay/journal");
        try (var journal = Journal.open(file)) {
            journal.registered(7, "organisation-7");
            journal.drafted(7, "grant-7");
            journal.begins(0, Phase.APPLY, Duration.ofDays(7));
            journal.ended(0, Phase.REGISTER);
        }
    }

    @Test
    void remembersIdsPhasesAndTimesAfterInterruption() {
        try (var journal = Journal.open(file)) {
            assertThat(journal.organisation(7)).contains("organisation-7");
            assertThat(journal.grant(7)).contains("grant-7");
            assertThat(journal.grant(8)).isEmpty();
            assertThat(journal.begin(0, Phase.APPLY)).contains(Duration.ofDays(7));
            assertThat(journal.begin(1, Phase.APPLY)).isEmpty();
            assertThat(journal.isEnded(0, Phase.REGISTER)).isTrue();
            assertThat(journal.isEnded(0, Phase.APPLY)).isFalse();
        }
    }

    @Test
    void ignoresLineThatWasHalfWritten() throws IOException {
        Files.writeString(file, "grant 8 01a22", StandardOpenOption.APPEND);

        try (var journal = Journal.open(file)) {
            assertThat(journal.grant(8)).isEmpty();
            assertThat(journal.grant(7)).contains("grant-7");
            journal.drafted(9, "grant-9");
        }
        try (var journal = Journal.open(file)) {
            assertThat(journal.grant(9)).contains("grant-9");
        }
    }
}
