package hk.itf.infra.eventing.inbox;

/** A Kafka record that is no event, or that its sender may not send. The message says why. */
class NotAnEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotAnEventException(String reason) {
        super(reason);
    }

    NotAnEventException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
