package hk.itf.infra.endtoend.story;

/** The platform did not do what the journey expects of it. */
public final class JourneyFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public JourneyFailed(String message) {
        super(message);
    }
}
