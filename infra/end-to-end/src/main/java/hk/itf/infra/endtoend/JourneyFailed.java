package hk.itf.infra.endtoend;

/** The platform did not do what the journey expects of it. */
final class JourneyFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JourneyFailed(String message) {
        super(message);
    }
}
