package hk.itf.infra.local;

/** The local stack cannot do what was asked; the message is one plain sentence that says what to do about it. */
public final class LocalStackException extends RuntimeException {

    public LocalStackException(String sentence) {
        super(sentence);
    }

    public LocalStackException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
