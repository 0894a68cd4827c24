package hk.itf.infra.benchmark;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The measurement was not completed; the message is a plain sentence. */
final class BenchmarkFailed extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    BenchmarkFailed(String sentence) {
        super(sentence);
    }

    BenchmarkFailed(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
