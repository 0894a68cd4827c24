package hk.itf.disbursement.badinput;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.Map;

/** The operations that take a body, each with a well-formed body whose fields the tables vary. */
enum Operation {
    OPEN(
            Map.of("scheme", "\"rth\"", "financialYear", "\"2026-27\"", "amount", hkd("10.00"), "reason", "\"A year\""),
            "reason"),
    TOP_UP(Map.of("amount", hkd("10.00"), "reason", "\"More\""), "reason"),
    HOLD(Map.of("target", "\"TRANCHE\"", "id", "\"" + Fixture.ABSENT + "\"", "reason", "\"A query\""), "reason"),
    LIFT(Map.of("reason", "\"Answered\""), "reason"),
    RETURN(Map.of("reason", "\"Look again\""), "reason"),
    FILE(
            Map.of(
                    "holder",
                    "\"Harbour Robotics Limited\"",
                    "bankCode",
                    "\"024\"",
                    "accountNumber",
                    "\"" + Fixture.ACCOUNT + "\""),
            "holder"),
    VERIFY(Map.of("evidence", "\"A bank letter\""), "evidence"),
    CONFIRM(Map.of("reason", "\"It may stand\""), "reason"),
    CASH(
            Map.of("amount", hkd("1.00"), "valueDate", "\"2026-01-05\"", "bankReference", "\"FT26324ABC\""),
            "bankReference"),
    SET_OFF(Map.of("amount", hkd("1.00"), "tranche", "\"" + Fixture.ABSENT + "\""), ""),
    RELEASE_RUN(Map.of("expectedTotal", hkd("1.00")), ""),
    /** For a year that has not ended. */
    CARRY_OVER(Map.of("reason", "\"Year end\""), "reason"),
    WITHDRAW_CARRY_OVER(Map.of("reason", "\"A mistake\""), "reason"),
    WITHDRAW_TOP_UP(Map.of("reason", "\"A mistake\""), "reason"),
    WITHDRAW_CASH(Map.of("reason", "\"A mistake\""), "reason"),
    WITHDRAW_SET_OFF(Map.of("reason", "\"A mistake\""), "reason");

    private final Map<String, String> fields;
    private final String text;

    Operation(Map<String, String> fields, String text) {
        this.fields = fields;
        this.text = text;
    }

    static String hkd(String amount) {
        return "{\"amount\":\"" + amount + "\",\"currency\":\"HKD\"}";
    }

    /** The text field of the body; empty when there is none. */
    String text() {
        return text;
    }

    String good() {
        return body(fields);
    }

    /** The well-formed body with another value in one field, or with one more field. */
    String with(String field, String json) {
        var changed = new LinkedHashMap<>(fields);
        changed.put(field, json);
        return body(changed);
    }

    String without(String field) {
        var fewer = new LinkedHashMap<>(fields);
        fewer.remove(field);
        return body(fewer);
    }

    private static String body(Map<String, String> fields) {
        return fields.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(field -> "\"" + field.getKey() + "\":" + field.getValue())
                .collect(joining(",", "{", "}"));
    }
}
