package hk.itf.disbursement.badinput;

import static hk.itf.disbursement.badinput.Act.hkd;

import java.util.stream.Stream;

/** Amounts that are none, years, schemes, ids, bank details. */
final class ValueCases {

    private ValueCases() {}

    static Stream<BadInput> all() {
        return Stream.of(
                        amounts(Act.OPEN),
                        amounts(Act.TOP_UP),
                        amounts(Act.CASH),
                        amounts(Act.SET_OFF),
                        envelopes(),
                        holds(),
                        bankDetails(),
                        recoveries())
                .flatMap(each -> each);
    }

    private static Stream<BadInput> amounts(Act act) {
        return Stream.of(
                amount(act, "a negative amount", hkd("-1.00"), ""),
                amount(act, "no money at all", hkd("0.00"), ""),
                amount(act, "minus zero", hkd("-0.00"), ""),
                amount(act, "three decimals", hkd("1.000"), ""),
                amount(act, "one decimal", hkd("1.0"), ""),
                amount(act, "no decimals", hkd("1"), ""),
                amount(act, "an exponent", hkd("1e3"), ""),
                amount(act, "a leading zero", hkd("01.00"), ""),
                amount(act, "a plus", hkd("+1.00"), ""),
                amount(act, "thousands apart", hkd("1,000.00"), ""),
                amount(act, "Arabic digits", hkd("١.٠٠"), ""),
                amount(act, "full-width digits", hkd("１.００"), ""),
                amount(act, "2^63 cents", hkd("92233720368547758.08"), ""),
                amount(act, "10^40 dollars", hkd("1" + "0".repeat(40) + ".00"), ""),
                amount(act, "white space around it", hkd(" 1.00"), ""),
                amount(act, "a line break after it", hkd("1.00\\n"), ""),
                amount(act, "an amount as a number", "{\"amount\":60000.00,\"currency\":\"HKD\"}", "/amount"),
                amount(act, "an amount that is null", "{\"amount\":null,\"currency\":\"HKD\"}", "/amount"),
                amount(act, "no amount", "{\"currency\":\"HKD\"}", "/amount"),
                amount(act, "another currency", "{\"amount\":\"1.00\",\"currency\":\"USD\"}", ""),
                amount(act, "a currency in lower case", "{\"amount\":\"1.00\",\"currency\":\"hkd\"}", ""),
                amount(act, "a currency that is a number", "{\"amount\":\"1.00\",\"currency\":344}", "/currency"),
                amount(act, "no currency", "{\"amount\":\"1.00\"}", "/currency"),
                amount(act, "a third field", "{\"amount\":\"1.00\",\"currency\":\"HKD\",\"x\":1}", "/x"),
                amount(act, "a bare number", "60000", ""),
                amount(act, "a bare text", "\"60000.00 HKD\"", ""),
                amount(act, "a list", "[\"1.00\",\"HKD\"]", ""),
                amount(act, "null", "null", ""),
                BadInput.invalid("nothing for the amount", act, act.without("amount"), "/amount"));
    }

    private static Stream<BadInput> envelopes() {
        return Stream.of(
                BadInput.field("a scheme that is none", Act.OPEN, "scheme", "\"R T H\""),
                BadInput.field("a scheme in capitals", Act.OPEN, "scheme", "\"RTH\""),
                BadInput.field("a scheme that is empty", Act.OPEN, "scheme", "\"\""),
                BadInput.field("a scheme with U+0000", Act.OPEN, "scheme", "\"rth\\u0000\""),
                BadInput.field("a scheme with a line break", Act.OPEN, "scheme", "\"rth\\n\""),
                BadInput.field("a scheme of 64 letters", Act.OPEN, "scheme", "\"" + "x".repeat(64) + "\""),
                BadInput.field("a scheme that is a number", Act.OPEN, "scheme", "7"),
                BadInput.field("a scheme that is null", Act.OPEN, "scheme", "null"),
                BadInput.field("a year of two years", Act.OPEN, "financialYear", "\"2026-28\""),
                BadInput.field("a year with a slash", Act.OPEN, "financialYear", "\"2026/27\""),
                BadInput.field("a year alone", Act.OPEN, "financialYear", "\"2026\""),
                BadInput.field("a year as a number", Act.OPEN, "financialYear", "2026"),
                BadInput.field("a year of another century", Act.OPEN, "financialYear", "\"1899-00\""),
                BadInput.field("a year with a line break", Act.OPEN, "financialYear", "\"2026-27\\n\""),
                BadInput.field("a year in full-width digits", Act.OPEN, "financialYear", "\"２０２６-２７\""),
                BadInput.invalid(
                        "several faults, all told",
                        Act.OPEN,
                        "{\"scheme\":\"R\",\"financialYear\":\"2026\",\"amount\":" + hkd("0.00") + ",\"reason\":\" \"}",
                        "/amount",
                        "/reason",
                        "/scheme",
                        "/financialYear"));
    }

    private static Stream<BadInput> holds() {
        return Stream.of(
                BadInput.field("an unknown target", Act.HOLD, "target", "\"EVERYTHING\""),
                BadInput.field("a target in lower case", Act.HOLD, "target", "\"tranche\""),
                BadInput.field("a target that is empty", Act.HOLD, "target", "\"\""),
                BadInput.field("a target by its number", Act.HOLD, "target", "0"),
                BadInput.field("a target by its number as a text", Act.HOLD, "target", "\"0\""),
                BadInput.field("no target", Act.HOLD, "target", "null"),
                BadInput.field("an id that is none", Act.HOLD, "id", "\"1-1-1-1-1\""),
                BadInput.field("an id in another base", Act.HOLD, "id", "\"AZqoxpWkfD6PjS8bfgxNEQ==\""),
                BadInput.field("an id in braces", Act.HOLD, "id", "\"{" + Scene.ABSENT + "}\""),
                BadInput.field("an id that is empty", Act.HOLD, "id", "\"\""),
                BadInput.field("an id that is a number", Act.HOLD, "id", "7"),
                BadInput.field("no id", Act.HOLD, "id", "null"),
                BadInput.field("a reason of 501 characters", Act.HOLD, "reason", "\"" + "x".repeat(501) + "\""),
                BadInput.of("a hold on nothing", scene -> scene.does(Act.HOLD), 404, "not-found"),
                BadInput.of(
                        "a hold on an award under the name of a tranche",
                        scene -> scene.does(Act.HOLD, Act.HOLD.with("id", "\"" + scene.grant() + "\"")),
                        404,
                        "not-found"));
    }

    private static Stream<BadInput> bankDetails() {
        return Stream.of(
                BadInput.field("a bank code of two digits", Act.FILE, "bankCode", "\"24\""),
                BadInput.field("a bank code of four digits", Act.FILE, "bankCode", "\"0245\""),
                BadInput.field("a bank code with a letter", Act.FILE, "bankCode", "\"02a\""),
                BadInput.field("a bank code in full-width digits", Act.FILE, "bankCode", "\"０２４\""),
                BadInput.field("a bank code with a line break", Act.FILE, "bankCode", "\"024\\n\""),
                BadInput.field("a bank code as a number", Act.FILE, "bankCode", "24"),
                BadInput.field("no bank code", Act.FILE, "bankCode", "null"),
                BadInput.field("an account of eight digits", Act.FILE, "accountNumber", "\"12345678\""),
                BadInput.field("an account of thirteen digits", Act.FILE, "accountNumber", "\"1234567890123\""),
                BadInput.field("an account with hyphens", Act.FILE, "accountNumber", "\"123-456-789\""),
                BadInput.field("an account with spaces", Act.FILE, "accountNumber", "\"123 456 789\""),
                BadInput.field("an account with letters", Act.FILE, "accountNumber", "\"12345678X\""),
                BadInput.field("an account in Arabic digits", Act.FILE, "accountNumber", "\"١٢٣٤٥٦٧٨٩\""),
                BadInput.field("an account with U+0000", Act.FILE, "accountNumber", "\"123456789\\u0000\""),
                BadInput.field("an account as a number", Act.FILE, "accountNumber", Scene.ACCOUNT),
                BadInput.field("an account as a list", Act.FILE, "accountNumber", "[\"" + Scene.ACCOUNT + "\"]"),
                BadInput.field("an IBAN", Act.FILE, "accountNumber", "\"GB33BUKB20201555555555\""),
                BadInput.field("a holder of 141 characters", Act.FILE, "holder", "\"" + "x".repeat(141) + "\""),
                BadInput.invalid(
                        "several faults, all told",
                        Act.FILE,
                        "{\"holder\":\" \",\"bankCode\":\"x\",\"accountNumber\":\"y\"}",
                        "/holder",
                        "/bankCode",
                        "/accountNumber"));
    }

    private static Stream<BadInput> recoveries() {
        return Stream.of(
                BadInput.field("a value date that is to come", Act.CASH, "valueDate", "\"2999-01-01\""),
                BadInput.field("a value date that is none", Act.CASH, "valueDate", "\"2026-02-30\""),
                BadInput.field("a value date as people write it", Act.CASH, "valueDate", "\"5.1.2026\""),
                BadInput.field("a value date with a time", Act.CASH, "valueDate", "\"2026-01-05T00:00:00Z\""),
                BadInput.field("a value date as a number", Act.CASH, "valueDate", "20260105"),
                BadInput.field("a value date as a list", Act.CASH, "valueDate", "[2026,1,5]"),
                BadInput.field("a value date that is empty", Act.CASH, "valueDate", "\"\""),
                BadInput.field("a value date that is null", Act.CASH, "valueDate", "null"),
                BadInput.invalid("no value date", Act.CASH, Act.CASH.without("valueDate"), "/valueDate"),
                BadInput.field("a reference of 36 characters", Act.CASH, "bankReference", "\"" + "x".repeat(36) + "\""),
                BadInput.invalid(
                        "several faults, all told",
                        Act.CASH,
                        "{\"amount\":" + hkd("0.00") + ",\"valueDate\":\"2999-01-01\",\"bankReference\":\"FT\"}",
                        "/amount",
                        "/valueDate"),
                BadInput.field("a tranche that is none", Act.SET_OFF, "tranche", "\"1-1-1-1-1\""),
                BadInput.field("a tranche that is empty", Act.SET_OFF, "tranche", "\"\""),
                BadInput.field("a tranche that is a number", Act.SET_OFF, "tranche", "7"),
                BadInput.field("a tranche that is null", Act.SET_OFF, "tranche", "null"),
                BadInput.invalid("no tranche", Act.SET_OFF, Act.SET_OFF.without("tranche"), "/tranche"),
                BadInput.field("an unknown field", Act.SET_OFF, "organisation", "\"" + Scene.ABSENT + "\""),
                BadInput.of("a set-off against nothing", scene -> scene.does(Act.SET_OFF), 404, "not-found"));
    }

    private static BadInput amount(Act act, String name, String json, String field) {
        return BadInput.invalid(name, act, act.with("amount", json), "/amount" + field);
    }
}
