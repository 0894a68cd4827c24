package hk.itf.infra.endtoend.story;

/** An answer of the platform differs from the answer that a journey requires. */
public final class JourneyFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public JourneyFailed(String message) {
        super(message);
    }
}
