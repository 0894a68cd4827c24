package hk.itf.infra.local.command;

import hk.itf.infra.local.TokenIssuer;
import hk.itf.infra.local.TokenRequest;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/** {@code token}: prints a token and nothing else, so that it can be put into a variable. */
record PrintToken(Desk desk) implements Command {

    @Override
    public int run(Words words) {
        var person = words.required("--person");
        words.required("--role");
        var audiences = words.all("--audience").isEmpty() ? TokenRequest.everyAudience() : words.all("--audience");
        var request =
                new TokenRequest(person, words.all("--role"), words.all("--organisation"), lifetime(words), audiences);
        desk.out().println(TokenIssuer.open(desk.state().keys()).token(request));
        return 0;
    }

    private static Duration lifetime(Words words) {
        var text = words.last("--lifetime").orElse("PT1H");
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new WrongWordsException("\"%s\" is not a lifetime such as PT1H or PT30M.".formatted(text));
        }
    }
}
