package hk.itf.infra.local;

/** The listening servers of a local stack, each with its default port and the environment variable that changes it. */
public enum PortUse {
    APPLICATIONS("the applications service", "ITF_APPLICATIONS_PORT", 8081),
    ASSESSMENT("the assessment service", "ITF_ASSESSMENT_PORT", 8082),
    DISBURSEMENT("the disbursement service", "ITF_DISBURSEMENT_PORT", 8083),
    APPLICATIONS_MANAGEMENT("the applications service's management", "ITF_APPLICATIONS_MANAGEMENT_PORT", 9081),
    ASSESSMENT_MANAGEMENT("the assessment service's management", "ITF_ASSESSMENT_MANAGEMENT_PORT", 9082),
    DISBURSEMENT_MANAGEMENT("the disbursement service's management", "ITF_DISBURSEMENT_MANAGEMENT_PORT", 9083),
    POSTGRES("PostgreSQL", "ITF_POSTGRES_PORT", 5440),
    KAFKA("Kafka", "ITF_KAFKA_PORT", 9440),
    KAFKA_SERVICES("Kafka's listener for the services", "ITF_KAFKA_SERVICES_PORT", 9441),
    TOKENS("the token issuer", "ITF_TOKENS_PORT", 8090);

    private final String owner;
    private final String variable;
    private final int defaultPort;

    PortUse(String owner, String variable, int defaultPort) {
        this.owner = owner;
        this.variable = variable;
        this.defaultPort = defaultPort;
    }

    /** Name of the server, for the middle of a sentence. */
    public String owner() {
        return owner;
    }

    /** The environment variable that changes the port. */
    public String variable() {
        return variable;
    }

    /** The port if the variable is not set. */
    public int defaultPort() {
        return defaultPort;
    }
}
