package hk.itf.infra.local.command;

/** The command line cannot be understood; the message is one plain sentence. The script adds the help. */
final class WrongWordsException extends RuntimeException {

    WrongWordsException(String sentence) {
        super(sentence);
    }
}
