package hk.itf.disbursement.badinput;

import static hk.itf.disbursement.badinput.Act.hkd;

import java.util.stream.Stream;

/** Amounts that are none, years, schemes, ids, bank details. Tables have a case a line: its name, a bar, the value in JSON. */
final class ValueCases {

    private static final String AMOUNTS = """
            a negative amount           | {"amount":"-1.00","currency":"HKD"}
            no money at all             | {"amount":"0.00","currency":"HKD"}
            minus zero                  | {"amount":"-0.00","currency":"HKD"}
            three decimals              | {"amount":"1.000","currency":"HKD"}
            one decimal                 | {"amount":"1.0","currency":"HKD"}
            no decimals                 | {"amount":"1","currency":"HKD"}
            an exponent                 | {"amount":"1e3","currency":"HKD"}
            a leading zero              | {"amount":"01.00","currency":"HKD"}
            a plus                      | {"amount":"+1.00","currency":"HKD"}
            thousands apart             | {"amount":"1,000.00","currency":"HKD"}
            Arabic digits               | {"amount":"١.٠٠","currency":"HKD"}
            full-width digits           | {"amount":"１.００","currency":"HKD"}
            2^63 cents                  | {"amount":"92233720368547758.08","currency":"HKD"}
            white space around it       | {"amount":" 1.00","currency":"HKD"}
            a line break after it       | {"amount":"1.00\\n","currency":"HKD"}
            another currency            | {"amount":"1.00","currency":"USD"}
            a currency in lower case    | {"amount":"1.00","currency":"hkd"}
            a bare number               | 60000
            a bare text                 | "60000.00 HKD"
            a list                      | ["1.00","HKD"]
            null                        | null
            """;

    private ValueCases() {}

    static Stream<BadInput> all() {
        return Stream.of(
                        amounts(Act.OPEN, "amount"),
                        amounts(Act.TOP_UP, "amount"),
                        amounts(Act.CASH, "amount"),
                        amounts(Act.SET_OFF, "amount"),
                        amounts(Act.RELEASE_RUN, "expectedTotal"),
                        envelopes(),
                        holds(),
                        bankDetails(),
                        recoveries(),
                        runs())
                .flatMap(each -> each);
    }

    /** What is wrong with the amount as a whole, and what is wrong with one of its fields. */
    static Stream<BadInput> amounts(Act act, String field) {
        return Stream.of(
                        table(act, field, AMOUNTS),
                        Stream.of(
                                BadInput.field("10^40 dollars", act, field, hkd("1" + "0".repeat(40) + ".00")),
                                BadInput.invalid("nothing for the amount", act, act.without(field), "/" + field),
                                inside(
                                        act,
                                        field,
                                        "an amount as a number",
                                        "{\"amount\":60000.00,\"currency\":\"HKD\"}",
                                        "amount"),
                                inside(
                                        act,
                                        field,
                                        "an amount that is null",
                                        "{\"amount\":null,\"currency\":\"HKD\"}",
                                        "amount"),
                                inside(act, field, "no amount", "{\"currency\":\"HKD\"}", "amount"),
                                inside(
                                        act,
                                        field,
                                        "a currency that is a number",
                                        "{\"amount\":\"1.00\",\"currency\":344}",
                                        "currency"),
                                inside(act, field, "no currency", "{\"amount\":\"1.00\"}", "currency"),
                                inside(
                                        act,
                                        field,
                                        "a third field",
                                        "{\"amount\":\"1.00\",\"currency\":\"HKD\",\"x\":1}",
                                        "x")))
                .flatMap(each -> each);
    }

    private static BadInput inside(Act act, String field, String name, String json, String part) {
        return BadInput.invalid(name, act, act.with(field, json), "/" + field + "/" + part);
    }

    private static Stream<BadInput> envelopes() {
        return Stream.of(
                        table(Act.OPEN, "scheme", """
                        a scheme that is none            | "R T H"
                        a scheme in capitals             | "RTH"
                        a scheme that is empty           | ""
                        a scheme with U+0000             | "rth\\u0000"
                        a scheme with a line break       | "rth\\n"
                        a scheme that is a number        | 7
                        a scheme that is null            | null
                        """),
                        table(Act.OPEN, "financialYear", """
                        a year of two years              | "2026-28"
                        a year with a slash              | "2026/27"
                        a year alone                     | "2026"
                        a year as a number               | 2026
                        a year of another century        | "1899-00"
                        a year with a line break         | "2026-27\\n"
                        a year in full-width digits      | "２０２６-２７"
                        """),
                        Stream.of(
                                BadInput.field(
                                        "a scheme of 64 letters", Act.OPEN, "scheme", "\"" + "x".repeat(64) + "\""),
                                BadInput.invalid(
                                        "several faults, all told",
                                        Act.OPEN,
                                        "{\"scheme\":\"R\",\"financialYear\":\"2026\",\"amount\":" + hkd("0.00")
                                                + ",\"reason\":\" \"}",
                                        "/amount",
                                        "/reason",
                                        "/scheme",
                                        "/financialYear")))
                .flatMap(each -> each);
    }

    private static Stream<BadInput> holds() {
        return Stream.of(
                        table(Act.HOLD, "target", """
                        an unknown target                | "EVERYTHING"
                        a target in lower case           | "tranche"
                        a target that is empty           | ""
                        a target by its number           | 0
                        a target by its number as a text | "0"
                        no target                        | null
                        """),
                        table(Act.HOLD, "id", """
                        an id that is none               | "1-1-1-1-1"
                        an id in another base            | "AZqoxpWkfD6PjS8bfgxNEQ=="
                        an id in braces                  | "{019aa8c6-95a4-7c3e-8f8d-2f1b7e0c4d11}"
                        an id that is empty              | ""
                        an id that is a number           | 7
                        no id                            | null
                        """),
                        Stream.of(
                                BadInput.field(
                                        "a reason of 501 characters",
                                        Act.HOLD,
                                        "reason",
                                        "\"" + "x".repeat(501) + "\""),
                                BadInput.of("a hold on nothing", scene -> scene.does(Act.HOLD), 404, "not-found"),
                                BadInput.of(
                                        "a hold on an award under the name of a tranche",
                                        scene -> scene.does(
                                                Act.HOLD,
                                                Act.HOLD.with("id", "\"" + scene.the(SceneResource.GRANT) + "\"")),
                                        404,
                                        "not-found")))
                .flatMap(each -> each);
    }

    private static Stream<BadInput> bankDetails() {
        return Stream.of(
                        table(Act.FILE, "bankCode", """
                        a bank code of two digits        | "24"
                        a bank code of four digits       | "0245"
                        a bank code with a letter        | "02a"
                        a bank code in full-width digits | "０２４"
                        a bank code with a line break    | "024\\n"
                        a bank code as a number          | 24
                        no bank code                     | null
                        """),
                        table(Act.FILE, "accountNumber", """
                        an account of eight digits       | "12345678"
                        an account of thirteen digits    | "1234567890123"
                        an account with hyphens          | "123-456-789"
                        an account with spaces           | "123 456 789"
                        an account with letters          | "12345678X"
                        an account in Arabic digits      | "١٢٣٤٥٦٧٨٩"
                        an account with U+0000           | "123456789\\u0000"
                        an account as a number           | 998877665544
                        an account as a list             | ["998877665544"]
                        an IBAN                          | "GB33BUKB20201555555555"
                        """),
                        Stream.of(
                                BadInput.field(
                                        "a holder of 141 characters",
                                        Act.FILE,
                                        "holder",
                                        "\"" + "x".repeat(141) + "\""),
                                BadInput.invalid(
                                        "several faults, all told",
                                        Act.FILE,
                                        "{\"holder\":\" \",\"bankCode\":\"x\",\"accountNumber\":\"y\"}",
                                        "/holder",
                                        "/bankCode",
                                        "/accountNumber")))
                .flatMap(each -> each);
    }

    private static Stream<BadInput> recoveries() {
        return Stream.of(
                        table(Act.CASH, "valueDate", """
                        a value date that is to come         | "2999-01-01"
                        a value date that is none            | "2026-02-30"
                        a value date as people write it      | "5.1.2026"
                        a value date with a time             | "2026-01-05T00:00:00Z"
                        a value date as a number             | 20260105
                        a value date as a list               | [2026,1,5]
                        a value date that is empty           | ""
                        a value date that is null            | null
                        """),
                        table(Act.SET_OFF, "tranche", """
                        a tranche that is none               | "1-1-1-1-1"
                        a tranche that is empty              | ""
                        a tranche that is a number           | 7
                        a tranche that is null               | null
                        """),
                        Stream.of(
                                BadInput.invalid(
                                        "no value date", Act.CASH, Act.CASH.without("valueDate"), "/valueDate"),
                                BadInput.field(
                                        "a reference of 36 characters",
                                        Act.CASH,
                                        "bankReference",
                                        "\"" + "x".repeat(36) + "\""),
                                BadInput.invalid(
                                        "several faults, all told",
                                        Act.CASH,
                                        "{\"amount\":" + hkd("0.00")
                                                + ",\"valueDate\":\"2999-01-01\",\"bankReference\":\"FT\"}",
                                        "/amount",
                                        "/valueDate"),
                                BadInput.invalid("no tranche", Act.SET_OFF, Act.SET_OFF.without("tranche"), "/tranche"),
                                BadInput.field(
                                        "an unknown field", Act.SET_OFF, "organisation", "\"" + Scene.ABSENT + "\""),
                                BadInput.of(
                                        "a set-off against nothing",
                                        scene -> scene.does(Act.SET_OFF),
                                        404,
                                        "not-found")))
                .flatMap(each -> each);
    }

    private static Stream<BadInput> runs() {
        return Stream.of(
                BadInput.field("an unknown field", Act.RELEASE_RUN, "tranches", "[]"),
                BadInput.invalid("an empty body", Act.RELEASE_RUN, "", ""),
                BadInput.invalid("a literal null", Act.RELEASE_RUN, "null", ""),
                BadInput.of(
                        "a total that is not the run's", scene -> scene.does(Act.RELEASE_RUN), 409, "total-changed"));
    }

    static Stream<BadInput> table(Act act, String field, String cases) {
        return cases.lines()
                .map(line -> line.split("\\|", 2))
                .map(cells -> BadInput.field(cells[0].strip(), act, field, cells[1].strip()));
    }
}
