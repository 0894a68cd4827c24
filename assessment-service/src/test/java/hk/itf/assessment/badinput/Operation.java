package hk.itf.assessment.badinput;

import static hk.itf.assessment.badinput.Bodies.hkd;

/** The operations that take a body, each with a well-formed body that has one field to vary. */
enum Operation {
    DECLARE("/conflicts-of-interest", "{\"organisation\":\"" + Fixture.ABSENT + "\",\"reason\":%s}", "\"Mine.\""),
    HAND_BACK("/tasks/{id}/hand-back", "{\"reason\":%s}", "\"Lunch.\""),
    RECUSE("/tasks/{id}/recusal", "{\"reason\":%s}", "\"My brother.\""),
    REASSIGN("/tasks/{id}/reassignment", "{\"reason\":%s}", "\"On leave.\""),
    CLARIFY("/tasks/{id}/clarification", "{\"question\":%s,\"answerWithinDays\":14}", "\"Why?\""),
    COMPLETE("/tasks/{id}/completeness", "{\"complete\":%s}", "true"),
    CONFIRM("/tasks/{id}/eligibility", "{\"eligible\":true,\"reason\":%s}", "\"As computed.\""),
    SCORE(
            "/tasks/{id}/score-sheet",
            "{\"marks\":{\"research-content\":7,\"talent-fit\":7,\"supervision\":7},\"comment\":%s}",
            "\"Solid.\""),
    DECIDE(
            "/tasks/{id}/decision",
            "{\"outcome\":\"APPROVE\",\"awarded\":" + hkd("540000.00") + ",\"letter\":%s}",
            "\"Yes.\""),
    VET("/tasks/{id}/claim-vetting", "{\"reject\":%s}", "\"No report.\""),
    NEXT("/queue/next", "{\"stages\":%s}", "[\"DECISION\"]"),
    SCHEDULE("/panel-meetings", "{\"scheme\":\"rth\",\"heldOn\":\"2027-03-12\",\"place\":%s}", "\"Room 3\""),
    CANCEL("/panel-meetings/{id}/cancellation", "{\"reason\":%s}", "\"Typhoon signal 8.\""),
    ATTEND("/panel-meetings/{id}/attendance", "{\"person\":%s}", "\"" + Fixture.ABSENT + "\""),
    LIST("/panel-meetings/{id}/agenda", "{\"reviewCase\":%s}", "\"" + Fixture.ABSENT + "\""),
    TAKE_OFF("/agenda-items/{id}/removal", "{\"reason\":%s}", "\"A letter is missing.\""),
    INTEREST("/agenda-items/{id}/interest", "{\"reason\":%s}", "\"My daughter.\""),
    VOTE("/agenda-items/{id}/vote", "{\"vote\":%s}", "\"SUPPORT\""),
    ADVISE("/agenda-items/{id}/closing", "{\"reason\":%s}", "\"A sound plan.\""),
    ADJOURN("/agenda-items/{id}/adjournment", "{\"meeting\":\"" + Fixture.ABSENT + "\",\"reason\":%s}", "\"Later.\"");

    private final String path;
    private final String body;
    private final String good;

    Operation(String path, String body, String good) {
        this.path = path;
        this.body = body;
        this.good = good;
    }

    /** @param id the id of the task, meeting or agenda item */
    String path(String id) {
        return path.replace("{id}", id);
    }

    String good() {
        return with(good);
    }

    /** The well-formed body with another value in the varied field. */
    String with(String json) {
        return body.replace("%s", json);
    }

    /** The well-formed body with one more field. */
    String and(String field) {
        return good().substring(0, good().length() - 1) + "," + field + "}";
    }
}
