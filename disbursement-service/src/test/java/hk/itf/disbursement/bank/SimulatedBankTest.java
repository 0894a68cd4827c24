package hk.itf.disbursement.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hk.itf.disbursement.bank.BankAnswer.Outcome;
import hk.itf.disbursement.payee.BankDetails;
import hk.itf.model.id.AttemptId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The books of the simulated bank: an instruction counts once, and a restart loses nothing. */
class SimulatedBankTest {

    private static final Money AMOUNT = Money.hkd(100);

    @TempDir
    Path folder;

    private SimulatedBank open(Duration lateAfter) {
        return new SimulatedBank(new BankSettings() {
            @Override
            public Path ledgerFile() {
                return folder.resolve("bank.jsonl");
            }

            @Override
            public Duration lateAfter() {
                return lateAfter;
            }
        });
    }

    private static PaymentInstruction to(String account) {
        return new PaymentInstruction(
                AttemptId.of(TrancheId.next(), 1), new BankDetails("A Company", "024", account), AMOUNT);
    }

    private static List<Outcome> outcomes(SimulatedBank bank) {
        return bank.answersAfter(0).stream().map(BankAnswer::outcome).toList();
    }

    @Test
    void creditsRepeatedInstructionOnce() {
        var bank = open(Duration.ZERO);
        var instruction = to("123456789");
        bank.instruct(instruction);
        bank.instruct(instruction);
        assertThat(outcomes(bank)).containsExactly(Outcome.BOOKED);
        assertThat(bank.answersAfter(1)).isEmpty();
        bank.close();

        var restarted = open(Duration.ZERO);
        restarted.instruct(instruction);
        assertThat(outcomes(restarted)).containsExactly(Outcome.BOOKED);
        assertThat(restarted.credited("024", "123456789")).isEqualTo(AMOUNT);
        restarted.close();
    }

    @Test
    void givesPlannedAnswerAfterRestart() {
        var bank = open(Duration.ofMillis(50));
        bank.instruct(to("000000902"));
        bank.close();
        var restarted = open(Duration.ofMillis(50));
        await().atMost(Duration.ofSeconds(5)).until(() -> outcomes(restarted).equals(List.of(Outcome.BOOKED)));
        restarted.close();
    }

    @Test
    void dropsIncompleteLineAfterCrash() throws IOException {
        var bank = open(Duration.ZERO);
        bank.instruct(to("123456789"));
        bank.close();
        Files.writeString(folder.resolve("bank.jsonl"), "{\"endToEndId\":\"tor", StandardOpenOption.APPEND);

        var restarted = open(Duration.ZERO);
        restarted.instruct(to("123456789"));
        assertThat(outcomes(restarted)).containsExactly(Outcome.BOOKED, Outcome.BOOKED);
        restarted.close();
        assertThat(Files.readAllLines(folder.resolve("bank.jsonl"))).hasSize(4);
    }

    @Test
    void bouncesPaymentWhenNextIsInstructed() {
        var bank = open(Duration.ZERO);
        bank.instruct(to("000000906"));
        assertThat(outcomes(bank)).containsExactly(Outcome.BOOKED);
        bank.instruct(to("000001906")); // another account
        assertThat(outcomes(bank)).containsExactly(Outcome.BOOKED, Outcome.BOOKED);
        bank.instruct(to("000000906"));
        assertThat(outcomes(bank)).containsExactly(Outcome.BOOKED, Outcome.BOOKED, Outcome.BOUNCED, Outcome.BOOKED);
        assertThat(bank.credited("024", "000000906")).isEqualTo(AMOUNT);
        bank.close();
    }

    @Test
    void bouncesLate() {
        var bank = open(Duration.ofHours(1));
        bank.instruct(to("000000907"));
        assertThat(outcomes(bank)).isEmpty();
        bank.instruct(to("000000907"));
        assertThat(outcomes(bank)).containsExactly(Outcome.BOOKED);
        bank.close();
        var late = open(Duration.ZERO);
        late.instruct(to("000001907"));
        assertThat(outcomes(late)).endsWith(Outcome.BOUNCED);
        late.close();
    }

    @Test
    void followsLastDigitsOfAccountNumber() {
        var bank = open(Duration.ZERO);
        bank.instruct(to("000000901"));
        bank.instruct(to("000000901"));
        bank.instruct(to("000000903"));
        bank.instruct(to("000000905"));
        assertThat(outcomes(bank))
                .containsExactly(
                        Outcome.BOUNCED,
                        Outcome.BOOKED,
                        Outcome.BOOKED,
                        Outcome.BOOKED,
                        Outcome.BOOKED,
                        Outcome.BOUNCED);
        assertThat(bank.credited("024", "000000901")).isEqualTo(AMOUNT);
        assertThat(bank.credited("024", "000000903")).isEqualTo(AMOUNT);
        assertThat(bank.credited("024", "000000905")).isEqualTo(Money.ZERO);
        bank.instruct(to("000000904"));
        assertThat(bank.answersAfter(6).getFirst().amount()).isNotEqualTo(AMOUNT);
        bank.close();
    }
}
