package hk.itf.infra.local.command;

import hk.itf.infra.local.LocalStackException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * The launcher behind the script. Exit status 0 is done, 1 is could not (one plain sentence on standard error) and 2 is
 * not understood.
 */
public final class Main {

    private static final Set<String> TOKEN_OPTIONS =
            Set.of("--person", "--role", "--organisation", "--audience", "--lifetime");

    private Main() {}

    public static void main(String[] args) {
        System.exit(exitStatus(List.of(args)));
    }

    static int exitStatus(List<String> args) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        try {
            if (args.isEmpty()) {
                throw new WrongWordsException("A command is missing.");
            }
            return run(args.getFirst(), args.subList(1, args.size()), Desk.from(System.getenv(), out));
        } catch (WrongWordsException e) {
            System.err.println(e.getMessage());
            return 2;
        } catch (LocalStackException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private static int run(String command, List<String> words, Desk desk) {
        return switch (command) {
            case "up" -> new Up(desk).run(plain(words, 0));
            case "down" -> new Down(desk).run(plain(words, 0));
            case "run" -> new HoldBacking(desk).run(plain(words, 0));
            case "status" -> new Status(desk).run(plain(words, 0));
            case "logs" -> new Logs(desk).run(plain(words, 1));
            case "token" ->
                new PrintToken(desk)
                        .run(Words.sort(words, TOKEN_OPTIONS, Set.of()).atMost(0));
            case "clock" -> new Clock(desk).run(plain(words, 1));
            case "parked" -> new Parked(desk).run(plain(words, 2));
            case "reset" ->
                new Reset(desk).run(Words.sort(words, Set.of(), Set.of("--yes")).atMost(0));
            default -> throw new WrongWordsException("There is no command \"%s\".".formatted(command));
        };
    }

    private static Words plain(List<String> words, int atMost) {
        return Words.sort(words, Set.of(), Set.of()).atMost(atMost);
    }
}
