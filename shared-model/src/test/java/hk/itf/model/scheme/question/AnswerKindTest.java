package hk.itf.model.scheme.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import hk.itf.model.Violation;
import hk.itf.model.json.Json;
import hk.itf.model.money.Money;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerKindTest {

    private static final AnswerKind MONEY = new AnswerKind.OfMoney(Money.hkd(1), Money.hkd(1_000));
    private static final AnswerKind COUNT = new AnswerKind.OfCount(1, 36);
    private static final AnswerKind TEXT = new AnswerKind.OfText(3);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            12                                          | /answers/x          | not-money
            {"amount":"10.00"}                          | /answers/x          | not-money
            {"amount":"10.00","currency":"USD"}         | /answers/x/currency | other-currency
            {"amount":10.00,"currency":"HKD"}           | /answers/x/amount   | not-an-amount
            {"amount":"1e400000000","currency":"HKD"}   | /answers/x/amount   | not-an-amount
            {"amount":"-5.00","currency":"HKD"}         | /answers/x/amount   | out-of-range
            {"amount":"1000.01","currency":"HKD"}       | /answers/x/amount   | out-of-range
            """)
    void refusesBadMoneyWithPointer(String json, String pointer, String code) {
        assertThat(faults(MONEY, json))
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(tuple(pointer, code));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "12"                     | not-a-count
            1.0                      | not-a-count
            99999999999999999999     | not-a-count
            0                        | out-of-range
            null                     | not-a-count
            """)
    void refusesBadCounts(String json, String code) {
        assertThat(faults(COUNT, json)).extracting(Violation::code).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "a b c d"        | too-long
            "研發項目"        | too-long
            "a\\u0000b"      | control-characters
            "a\\ud800b"      | control-characters
            "a\\u202eb"      | control-characters
            "   "            | blank
            5                | not-a-text
            """)
    void refusesBadTexts(String json, String code) {
        assertThat(faults(TEXT, json)).extracting(Violation::code).containsExactly(code);
    }

    @Test
    void readsGoodAnswers() {
        assertThat(read(MONEY, "{\"amount\":\"10.00\",\"currency\":\"HKD\"}"))
                .isEqualTo(new Answer.OfMoney(Money.hkd(10)));
        assertThat(read(COUNT, "36")).isEqualTo(new Answer.OfCount(36));
        assertThat(read(TEXT, "\"研發 work\"")).isEqualTo(new Answer.OfText("研發 work"));
    }

    private static List<Violation> faults(AnswerKind kind, String json) {
        var faults = new ArrayList<Violation>();
        assertThat(kind.read(tree(json), "/answers/x", AnswerKind.Registers.NONE, faults::add))
                .isEmpty();
        return faults;
    }

    private static Answer read(AnswerKind kind, String json) {
        return kind.read(tree(json), "/answers/x", AnswerKind.Registers.NONE, fault -> {
                    throw new AssertionError(fault.toString());
                })
                .orElseThrow();
    }

    private static JsonNode tree(String json) {
        try {
            return Json.mapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
