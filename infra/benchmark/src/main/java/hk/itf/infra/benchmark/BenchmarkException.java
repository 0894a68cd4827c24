package hk.itf.infra.benchmark;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The benchmark could not be completed. The message is a sentence for the person who started it. */
final class BenchmarkException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    BenchmarkException(String sentence) {
        super(sentence);
    }

    BenchmarkException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
