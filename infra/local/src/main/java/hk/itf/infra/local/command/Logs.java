package hk.itf.infra.local.command;

import hk.itf.infra.local.LogFile;
import hk.itf.infra.local.Service;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code logs [service]}: the last lines of one log, or of each. */
record Logs(Desk desk) implements Command {

    private static final int LINES = 100;

    @Override
    public int run(Words words) {
        var known = new ArrayList<>(
                Arrays.stream(Service.values()).map(Service::word).toList());
        known.add(Desk.STACK);
        var asked = words.plain(0);
        if (asked.isEmpty()) {
            known.forEach(this::print);
        } else if (known.contains(asked.get())) {
            print(asked.get());
        } else {
            throw new WrongWordsException("There is no log \"%s\": it is one of %s.".formatted(asked.get(), known));
        }
        return 0;
    }

    private void print(String word) {
        var files = word.equals(Desk.STACK) ? List.of("postgres", word) : List.of(word);
        for (var file : files) {
            var log = desk.state().log(file);
            desk.out().println("== " + log);
            LogFile.lastLines(log, LINES).forEach(desk.out()::println);
        }
    }
}
