package hk.itf.disbursement.badinput;

import static hk.itf.disbursement.badinput.Operation.hkd;

import hk.itf.infra.testkit.http.BadRequest;
import java.util.stream.Stream;

/** Bad amounts, years, schemes, ids and bank details. A line of a table has the name of the row, a bar, and the value in JSON. */
final class ValueRows {

    private ValueRows() {}

    static Stream<BadRequest<Fixture>> all() {
        return Stream.of(
                        amounts(Operation.OPEN, "amount"),
                        amounts(Operation.TOP_UP, "amount"),
                        amounts(Operation.CASH, "amount"),
                        amounts(Operation.SET_OFF, "amount"),
                        amounts(Operation.RELEASE_RUN, "expectedTotal"),
                        envelopes(),
                        holds(),
                        bankDetails(),
                        recoveries(),
                        runs())
                .flatMap(each -> each);
    }

    /** The form of amounts is tested in {@code infra/http}. */
    private static Stream<BadRequest<Fixture>> amounts(Operation operation, String field) {
        return Stream.concat(
                table(operation, field, """
                        a negative amount           | {"amount":"-1.00","currency":"HKD"}
                        zero                        | {"amount":"0.00","currency":"HKD"}
                        another currency            | {"amount":"1.00","currency":"USD"}
                        a bare number               | 60000
                        null                        | null
                        """),
                Stream.of(Rows.invalid("no amount", operation, operation.without(field), "/" + field)));
    }

    private static Stream<BadRequest<Fixture>> envelopes() {
        return Stream.of(
                        table(Operation.OPEN, "scheme", """
                        a malformed scheme               | "R T H"
                        a scheme in capitals             | "RTH"
                        a scheme that is empty           | ""
                        """),
                        table(Operation.OPEN, "financialYear", """
                        a year of two years              | "2026-28"
                        a year with a slash              | "2026/27"
                        a year alone                     | "2026"
                        a year of another century        | "1899-00"
                        a year with a line break         | "2026-27\\n"
                        """),
                        Stream.of(
                                Rows.field(
                                        "a scheme of 64 letters",
                                        Operation.OPEN,
                                        "scheme",
                                        "\"" + "x".repeat(64) + "\""),
                                Rows.invalid(
                                        "several faults",
                                        Operation.OPEN,
                                        "{\"scheme\":\"R\",\"financialYear\":\"2026\",\"amount\":" + hkd("0.00")
                                                + ",\"reason\":\" \"}",
                                        "/amount",
                                        "/reason",
                                        "/scheme",
                                        "/financialYear")))
                .flatMap(each -> each);
    }

    private static Stream<BadRequest<Fixture>> holds() {
        return Stream.of(
                        table(Operation.HOLD, "target", """
                        an unknown target                | "EVERYTHING"
                        a target in lower case           | "tranche"
                        a target that is empty           | ""
                        a target by its number           | 0
                        a target by its number as a text | "0"
                        no target                        | null
                        """),
                        table(Operation.HOLD, "id", """
                        a malformed id                   | "1-1-1-1-1"
                        an id in Base64                  | "AZqoxpWkfD6PjS8bfgxNEQ=="
                        an id in braces                  | "{019aa8c6-95a4-7c3e-8f8d-2f1b7e0c4d11}"
                        an id that is empty              | ""
                        no id                            | null
                        """),
                        Stream.of(
                                Rows.field(
                                        "a reason of 501 characters",
                                        Operation.HOLD,
                                        "reason",
                                        "\"" + "x".repeat(501) + "\""),
                                BadRequest.<Fixture>of(
                                        "a hold on an unknown tranche",
                                        fixture -> fixture.request(Operation.HOLD),
                                        404,
                                        "not-found"),
                                BadRequest.<Fixture>of(
                                        "a hold on an award as tranche",
                                        fixture -> fixture.request(
                                                Operation.HOLD,
                                                Operation.HOLD.with("id", "\"" + fixture.id(FixtureId.GRANT) + "\"")),
                                        404,
                                        "not-found")))
                .flatMap(each -> each);
    }

    private static Stream<BadRequest<Fixture>> bankDetails() {
        return Stream.of(
                        table(Operation.FILE, "bankCode", """
                        a bank code of two digits        | "24"
                        a bank code of four digits       | "0245"
                        a bank code with a letter        | "02a"
                        a bank code in full-width digits | "０２４"
                        a bank code with a line break    | "024\\n"
                        """),
                        table(Operation.FILE, "accountNumber", """
                        an account of eight digits       | "12345678"
                        an account of thirteen digits    | "1234567890123"
                        an account with hyphens          | "123-456-789"
                        an account with spaces           | "123 456 789"
                        an account with letters          | "12345678X"
                        an account in Arabic digits      | "١٢٣٤٥٦٧٨٩"
                        an IBAN                          | "GB33BUKB20201555555555"
                        """),
                        Stream.of(
                                Rows.field(
                                        "a holder of 141 characters",
                                        Operation.FILE,
                                        "holder",
                                        "\"" + "x".repeat(141) + "\""),
                                Rows.invalid(
                                        "several faults",
                                        Operation.FILE,
                                        "{\"holder\":\" \",\"bankCode\":\"x\",\"accountNumber\":\"y\"}",
                                        "/holder",
                                        "/bankCode",
                                        "/accountNumber")))
                .flatMap(each -> each);
    }

    private static Stream<BadRequest<Fixture>> recoveries() {
        return Stream.of(
                        table(Operation.CASH, "valueDate", """
                        a value date in the future           | "2999-01-01"
                        30 February                          | "2026-02-30"
                        a value date in another form         | "5.1.2026"
                        a value date that is null            | null
                        """),
                        table(Operation.SET_OFF, "tranche", """
                        a malformed tranche                  | "1-1-1-1-1"
                        a tranche that is null               | null
                        """),
                        Stream.of(
                                Rows.invalid(
                                        "no value date",
                                        Operation.CASH,
                                        Operation.CASH.without("valueDate"),
                                        "/valueDate"),
                                Rows.field(
                                        "a reference of 36 characters",
                                        Operation.CASH,
                                        "bankReference",
                                        "\"" + "x".repeat(36) + "\""),
                                Rows.invalid(
                                        "several faults",
                                        Operation.CASH,
                                        "{\"amount\":" + hkd("0.00")
                                                + ",\"valueDate\":\"2999-01-01\",\"bankReference\":\"FT\"}",
                                        "/amount",
                                        "/valueDate"),
                                Rows.invalid(
                                        "no tranche",
                                        Operation.SET_OFF,
                                        Operation.SET_OFF.without("tranche"),
                                        "/tranche"),
                                Rows.field(
                                        "an unknown field",
                                        Operation.SET_OFF,
                                        "organisation",
                                        "\"" + Fixture.ABSENT + "\""),
                                BadRequest.<Fixture>of(
                                        "a set-off against an unknown tranche",
                                        fixture -> fixture.request(Operation.SET_OFF),
                                        404,
                                        "not-found")))
                .flatMap(each -> each);
    }

    private static Stream<BadRequest<Fixture>> runs() {
        return Stream.of(
                Rows.field("an unknown field", Operation.RELEASE_RUN, "tranches", "[]"),
                Rows.invalid("an empty body", Operation.RELEASE_RUN, "", ""),
                Rows.invalid("a literal null", Operation.RELEASE_RUN, "null", ""),
                BadRequest.<Fixture>of(
                        "another total than that of the run",
                        fixture -> fixture.request(Operation.RELEASE_RUN),
                        409,
                        "total-changed"));
    }

    static Stream<BadRequest<Fixture>> table(Operation operation, String field, String cases) {
        return cases.lines()
                .map(line -> line.split("\\|", 2))
                .map(cells -> Rows.field(cells[0].strip(), operation, field, cells[1].strip()));
    }
}
