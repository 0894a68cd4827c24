package hk.itf.disbursement.bank;

import hk.itf.disbursement.bank.BankAnswer.Outcome;
import hk.itf.disbursement.bank.BankLedgerFile.Line;
import hk.itf.disbursement.bank.BankLedgerFile.Planned;
import hk.itf.model.id.AttemptId;
import hk.itf.model.money.Money;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A bank for one machine. It keeps its own books in a file and survives restarts. It recognises an instruction by its
 * end-to-end id and runs in real time. The last three digits of the account number decide what it does:
 *
 * <ul>
 *   <li>901: the first attempt to the account bounces, later ones are booked
 *   <li>902: booked, and answered late ({@code itf.bank.late-after})
 *   <li>903: booked, and answered twice
 *   <li>904: booked, and answered with a wrong amount
 *   <li>905: the first attempt to the account is booked and bounces afterwards, later ones are booked
 *   <li>906: the first attempt to the account is booked, and bounces when the next is instructed; later ones are booked
 *   <li>907: the first attempt to the account bounces, late; later ones are booked
 *   <li>any other: booked at once
 * </ul>
 *
 * <p>Only one process can use the file. Several replicas need a bank outside the service.
 */
public class SimulatedBank implements PaymentGateway {

    private static final int ANSWERS_AT_ONCE = 200;
    private static final long WHEN_FOLLOWED = Long.MAX_VALUE;

    private record Pending(String endToEndId, String account, int index, Planned planned) {}

    private final BankSettings settings;
    private final Clock realTime = Clock.systemUTC(); // a bank does not follow the business clock
    private final BankLedgerFile file;
    private final Map<String, Line> instructions = new LinkedHashMap<>();
    private final Map<String, Integer> instructionsByAccount = new HashMap<>();
    private final List<Pending> pending = new ArrayList<>();
    private final List<BankAnswer> answers = new ArrayList<>();

    SimulatedBank(BankSettings settings) {
        this.settings = settings;
        this.file = new BankLedgerFile(settings.ledgerFile());
        file.found().forEach(this::remember);
    }

    synchronized void close() {
        file.close();
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public synchronized void instruct(PaymentInstruction instruction) {
        var endToEndId = instruction.endToEndId().toString();
        if (instructions.containsKey(endToEndId)) {
            return;
        }
        var account = instruction.to().bankCode() + "-" + instruction.to().accountNumber();
        write(new Line(endToEndId, account, 0, plan(account, instruction.amount()), 0));
    }

    @Override
    public synchronized List<BankAnswer> answersAfter(long position) {
        var now = realTime.millis();
        for (var each : List.copyOf(pending)) {
            if (each.planned().dueAtMillis() <= now || isFollowed(each)) {
                write(new Line(each.endToEndId(), each.account(), answers.size() + 1L, List.of(), each.index()));
            }
        }
        var from = (int) Math.min(position, answers.size()); // the first answer has position 1
        return List.copyOf(answers.subList(from, Math.min(from + ANSWERS_AT_ONCE, answers.size())));
    }

    /** The amount that the bank has credited to an account, less bounced amounts. */
    synchronized Money credited(String bankCode, String accountNumber) {
        var account = bankCode + "-" + accountNumber;
        var credits = new LinkedHashMap<String, Money>();
        for (var answer : answers) {
            var endToEndId = answer.endToEndId().toString();
            if (account.equals(accountOf(endToEndId))) {
                credits.put(endToEndId, answer.outcome() == Outcome.BOOKED ? answer.amount() : Money.ZERO);
            }
        }
        return Money.sum(List.copyOf(credits.values()));
    }

    private boolean isFollowed(Pending each) {
        return each.planned().dueAtMillis() == WHEN_FOLLOWED && instructionsTo(each.account()) > 1;
    }

    private List<Planned> plan(String account, Money amount) {
        var now = realTime.millis();
        var late = now + settings.lateAfter().toMillis();
        var first = instructionsTo(account) == 0;
        var reference = "SB-%08d".formatted(instructions.size() + 1);
        var booked = new Planned(Outcome.BOOKED, amount.cents(), reference, "", now);
        return switch (account.substring(account.length() - 3)) {
            case "901" ->
                first
                        ? List.of(new Planned(Outcome.BOUNCED, amount.cents(), reference, "account closed", now))
                        : List.of(booked);
            case "902" -> List.of(new Planned(Outcome.BOOKED, amount.cents(), reference, "", late));
            case "903" -> List.of(booked, booked);
            case "904" -> List.of(new Planned(Outcome.BOOKED, amount.cents() + 1, reference, "", now));
            case "905" ->
                first
                        ? List.of(
                                booked,
                                new Planned(Outcome.BOUNCED, amount.cents(), reference + "-R", "returned", late))
                        : List.of(booked);
            case "906" ->
                first
                        ? List.of(
                                booked,
                                new Planned(
                                        Outcome.BOUNCED, amount.cents(), reference + "-R", "returned", WHEN_FOLLOWED))
                        : List.of(booked);
            case "907" ->
                first
                        ? List.of(new Planned(Outcome.BOUNCED, amount.cents(), reference, "account closed", late))
                        : List.of(booked);
            default -> List.of(booked);
        };
    }

    private void write(Line line) {
        file.append(line);
        remember(line);
    }

    private void remember(Line line) {
        if (line.isInstruction()) {
            instructions.put(line.endToEndId(), line);
            instructionsByAccount.merge(line.account(), 1, Integer::sum);
            for (var i = 0; i < line.planned().size(); i++) {
                pending.add(new Pending(
                        line.endToEndId(), line.account(), i, line.planned().get(i)));
            }
            return;
        }
        pending.removeIf(each -> each.endToEndId().equals(line.endToEndId()) && each.index() == line.answers());
        var given = planned(line);
        answers.add(new BankAnswer(
                line.position(),
                AttemptId.of(line.endToEndId()),
                given.outcome(),
                Money.ofCents(given.amountCents()),
                given.reference(),
                given.detail()));
    }

    private Planned planned(Line answer) {
        var instruction = instructions.get(answer.endToEndId());
        if (instruction == null) {
            throw new IllegalStateException(
                    "the file of the bank answers an unknown instruction: " + answer.endToEndId());
        }
        return instruction.planned().get(answer.answers());
    }

    private int instructionsTo(String account) {
        return instructionsByAccount.getOrDefault(account, 0);
    }

    private String accountOf(String endToEndId) {
        var instruction = instructions.get(endToEndId);
        return instruction == null ? "" : instruction.account();
    }
}
