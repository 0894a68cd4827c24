package hk.itf.infra.local.command;

import hk.itf.infra.local.TokenIssuer;
import hk.itf.infra.local.TokenRequest;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "token",
        description = "Prints a signed token for the services and nothing else, so that a shell variable can hold it.")
final class TokenCommand implements Runnable {

    private final LauncherContext context;

    @Option(
            names = "--person",
            required = true,
            paramLabel = "NAME",
            description = "Login name of the person. The same name is the same person, in upper or lower case.")
    private String person = "";

    @Option(
            names = "--role",
            required = true,
            paramLabel = "ROLE",
            description = "Role of the person, such as applicant or assessor. May be repeated.")
    private List<String> roles = List.of();

    @Option(
            names = "--organisation",
            paramLabel = "ID",
            description = "Organisation that the person acts for. May be repeated.")
    private List<String> organisations = List.of();

    @Option(
            names = "--audience",
            paramLabel = "AUDIENCE",
            description =
                    "Service that accepts the token, such as itf-applications. May be repeated. Default: all three.")
    private List<String> audiences = TokenRequest.everyAudience();

    @Option(
            names = "--lifetime",
            paramLabel = "DURATION",
            defaultValue = "PT1H",
            description = "How long the token is valid, as an ISO-8601 duration. Default: ${DEFAULT-VALUE}, one hour.")
    private Duration lifetime = Duration.ofHours(1);

    TokenCommand(LauncherContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        var request = new TokenRequest(person, roles, organisations, lifetime, audiences);
        context.out().println(TokenIssuer.open(context.state().keys()).token(request));
    }
}
