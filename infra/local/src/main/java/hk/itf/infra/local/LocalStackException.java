package hk.itf.infra.local;

/** The local stack cannot carry out a request. The message tells a person the reason and what to do. */
public final class LocalStackException extends RuntimeException {

    public LocalStackException(String sentence) {
        super(sentence);
    }

    public LocalStackException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
