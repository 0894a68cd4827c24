package hk.itf.assessment.badinput;

/** Well-formed bodies with one part to vary. */
final class Bodies {

    private Bodies() {}

    static String hkd(String amount) {
        return "{\"amount\":\"" + amount + "\",\"currency\":\"HKD\"}";
    }

    static String decision(String awarded) {
        return "{\"outcome\":\"APPROVE\",\"awarded\":" + awarded + ",\"letter\":\"Yes.\"}";
    }

    static String conditions(String conditions) {
        return "{\"outcome\":\"APPROVE\",\"conditions\":" + conditions + ",\"letter\":\"Yes.\"}";
    }

    static String marks(String marks) {
        return "{\"marks\":" + marks + ",\"comment\":\"Solid.\"}";
    }

    static String mark(String mark) {
        return marks("{\"research-content\":7,\"talent-fit\":7,\"supervision\":" + mark + "}");
    }

    static String lines(String lines) {
        return "{\"lines\":" + lines + "}";
    }

    static String days(String days) {
        return "{\"question\":\"Why?\",\"answerWithinDays\":" + days + "}";
    }
}
