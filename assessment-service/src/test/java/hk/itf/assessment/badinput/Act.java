package hk.itf.assessment.badinput;

import static hk.itf.assessment.badinput.Bodies.hkd;

/** Everything a vetter can send a body to, with one that is well-formed. */
enum Act {
    DECLARE("conflicts-of-interest", "{\"organisation\":\"" + Scene.ABSENT + "\",\"reason\":%s}", "\"Mine.\""),
    HAND_BACK("hand-back", "{\"reason\":%s}", "\"Lunch.\""),
    RECUSE("recusal", "{\"reason\":%s}", "\"My brother.\""),
    REASSIGN("reassignment", "{\"reason\":%s}", "\"On leave.\""),
    CLARIFY("clarification", "{\"question\":%s,\"answerWithinDays\":14}", "\"Why?\""),
    COMPLETE("completeness", "{\"complete\":%s}", "true"),
    CONFIRM("eligibility", "{\"eligible\":true,\"reason\":%s}", "\"As computed.\""),
    SCORE(
            "score-sheet",
            "{\"marks\":{\"research-content\":7,\"talent-fit\":7,\"supervision\":7},\"comment\":%s}",
            "\"Solid.\""),
    DECIDE("decision", "{\"outcome\":\"APPROVE\",\"awarded\":" + hkd("540000.00") + ",\"letter\":%s}", "\"Yes.\""),
    VET("claim-vetting", "{\"reject\":%s}", "\"No report.\""),
    NEXT("next", "{\"stages\":%s}", "[\"DECISION\"]");

    private final String segment;
    private final String body;
    private final String good;

    Act(String segment, String body, String good) {
        this.segment = segment;
        this.body = body;
        this.good = good;
    }

    /** The last of its path. */
    String segment() {
        return segment;
    }

    String good() {
        return with(good);
    }

    /** The good body with another value in the place that people write into. */
    String with(String json) {
        return body.replace("%s", json);
    }

    /** The good body with one more field. */
    String and(String field) {
        return good().substring(0, good().length() - 1) + "," + field + "}";
    }
}
