package hk.itf.infra.local.command;

/** One word of the script. */
@FunctionalInterface
interface Command {

    /**
     * Does it and returns the exit status.
     *
     * @throws WrongWordsException if the words do not fit
     * @throws hk.itf.infra.local.LocalStackException if it cannot be done
     */
    int run(Words words);
}
