package hk.itf.infra.benchmark;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The benchmark could not be completed. The message is a sentence for the person who started it. */
public final class BenchmarkException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public BenchmarkException(String sentence) {
        super(sentence);
    }

    public BenchmarkException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
