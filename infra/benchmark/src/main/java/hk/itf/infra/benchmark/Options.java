package hk.itf.infra.benchmark;

import java.util.List;

/**
 * What to measure.
 *
 * @param submissions how many are timed
 * @param connections how many clients submit at once, and how many database connections the floor gets
 * @param json print one JSON object instead of a table
 */
record Options(int submissions, int connections, boolean json) {

    Options {
        if (submissions < 1 || submissions > 100_000) {
            throw new IllegalArgumentException("--submissions is between 1 and 100000.");
        }
        if (connections < 1 || connections > 64) {
            throw new IllegalArgumentException("--connections is between 1 and 64.");
        }
    }

    /** @throws IllegalArgumentException with a plain sentence if the words are not understood */
    static Options parse(List<String> words) {
        var submissions = 400;
        var connections = 8;
        var json = false;
        var rest = words.iterator();
        while (rest.hasNext()) {
            var word = rest.next();
            switch (word) {
                case "--json" -> json = true;
                case "--submissions" -> submissions = number(word, rest.hasNext() ? rest.next() : "");
                case "--connections" -> connections = number(word, rest.hasNext() ? rest.next() : "");
                default ->
                    throw new IllegalArgumentException(
                            "There is no option \"%s\": use --submissions N, --connections N, --json.".formatted(word));
            }
        }
        return new Options(submissions, connections, json);
    }

    /** How many go before, untimed: a JVM that has just started is another subject. */
    int warmUp() {
        return Math.max(connections, submissions / 4);
    }

    private static int number(String option, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " is followed by a whole number.", e);
        }
    }
}
