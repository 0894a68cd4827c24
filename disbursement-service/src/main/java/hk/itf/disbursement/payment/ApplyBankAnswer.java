package hk.itf.disbursement.payment;

import static hk.itf.model.NamedValue.value;

import hk.itf.disbursement.award.Award;
import hk.itf.disbursement.award.AwardTransition;
import hk.itf.disbursement.award.Awards;
import hk.itf.disbursement.bank.BankAnswer;
import hk.itf.disbursement.bank.BankAnswers;
import hk.itf.disbursement.ledger.Transfer;
import hk.itf.disbursement.ledger.Transfers;
import hk.itf.disbursement.receivable.CancelReceivable;
import hk.itf.disbursement.settlement.SettleBounce;
import hk.itf.disbursement.settlement.SettleTranche;
import hk.itf.disbursement.tranche.Tranche;
import hk.itf.disbursement.tranche.TrancheTransition;
import hk.itf.disbursement.tranche.Tranches;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.text.Texts;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.DomainException;
import hk.itf.model.Wording;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Applies one bank answer, once: the position advances in the same transaction. A booked amount becomes paid. A bounced
 * amount returns to committed and its tranche becomes due again. An answer that fits no attempt is parked for finance.
 * A bounce is parked, too, when a part of the payment was already recovered, because a person must judge what the fund
 * now owes. Locks the award, then the tranche, then the attempt.
 */
@ApplicationScoped
class ApplyBankAnswer {

    private static final Logger LOG = Logger.getLogger(ApplyBankAnswer.class);

    private final BankAnswers answers;
    private final Attempts attempts;
    private final Awards awards;
    private final Tranches tranches;
    private final SettleTranche settleTranche;
    private final SettleBounce settleBounce;
    private final CancelReceivable cancelReceivable;
    private final Transfers transfers;
    private final Timeline timeline;
    private final Outbox outbox;
    private final Clock clock;

    ApplyBankAnswer(
            BankAnswers answers,
            Attempts attempts,
            Awards awards,
            Tranches tranches,
            SettleTranche settleTranche,
            SettleBounce settleBounce,
            CancelReceivable cancelReceivable,
            Transfers transfers,
            Timeline timeline,
            Outbox outbox,
            Clock clock) {
        this.answers = answers;
        this.attempts = attempts;
        this.awards = awards;
        this.tranches = tranches;
        this.settleTranche = settleTranche;
        this.settleBounce = settleBounce;
        this.cancelReceivable = cancelReceivable;
        this.transfers = transfers;
        this.timeline = timeline;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    long position() {
        return answers.current();
    }

    @Transactional
    void handle(BankAnswer answer) {
        if (answer.position() <= answers.lock()) {
            return;
        }
        answers.advance(answer.position());
        apply(answer).ifPresent(reason -> park(answer, reason));
    }

    /**
     * Applies a parked answer after its cause was removed.
     *
     * @throws DomainException {@code not-found}, {@code still-parked}
     */
    @Transactional
    void retry(long position, PersonId actor) {
        var answer = answers.lockParked(position).orElseThrow(() -> DomainException.notFound("bank-answer"));
        apply(answer).ifPresent(reason -> {
            throw DomainException.conflict("still-parked", value("reason", reason));
        });
        answers.recordApplied(position, actor, clock.instant());
        LOG.infof("parked answer %d on attempt %s applied by %s", position, answer.endToEndId(), actor);
    }

    /** Returns the label of the reason to park; empty when the answer was applied. */
    private Optional<Wording> apply(BankAnswer answer) {
        var known = attempts.lockKeysOf(answer.endToEndId());
        if (known.isEmpty()) {
            return Optional.of(Wording.of("parked.unknown-attempt"));
        }
        var award = awards.lock(known.get().grant());
        var tranche = tranches.lock(known.get().tranche());
        var attempt = attempts.lock(answer.endToEndId());
        return switch (AnswerEffect.of(attempt.status(), attempt.amount(), answer.outcome(), answer.amount())) {
            case AnswerEffect.Book() -> {
                book(answer, attempt, tranche, award, clock.instant());
                yield Optional.empty();
            }
            case AnswerEffect.Bounce()
            when cancelReceivable.isPartlyRecovered(award, tranche.id()) ->
                Optional.of(Wording.of("parked.partly-recovered"));
            case AnswerEffect.Bounce() -> {
                bounce(answer, attempt, tranche, award, clock.instant());
                yield Optional.empty();
            }
            case AnswerEffect.Ignore() -> {
                LOG.infof("answer %d repeats an applied answer on attempt %s", answer.position(), attempt.id());
                yield Optional.empty();
            }
            case AnswerEffect.Park(var reason) -> Optional.of(reason);
        };
    }

    private void book(BankAnswer answer, Attempt attempt, Tranche tranche, Award award, Instant now) {
        attempt.book(answer.reference(), now);
        award.money().book(attempt.amount());
        transfers.post(Transfer.booked(attempt.id(), attempt.grant(), attempt.amount(), HongKong.dayOf(now)));
        var paid = tranche.pay(attempt.id(), now);
        timeline.record(attempt, AttemptTransition.BOOK, PersonId.SYSTEM, now);
        timeline.record(tranche, TrancheTransition.PAY, PersonId.SYSTEM, "attempt " + attempt.id(), now);
        outbox.append(paid);
        settleTranche.advanceBooked(award, tranche, now);
    }

    private void bounce(BankAnswer answer, Attempt attempt, Tranche tranche, Award award, Instant now) {
        var afterBooking = attempt.bounce(answer.reference(), answer.detail(), now);
        var cancelled = cancelReceivable.handle(award, tranche.id(), now);
        var reopened = award.bounce(attempt.amount(), afterBooking);
        transfers.post(
                Transfer.bounce(attempt.id(), attempt.grant(), attempt.amount(), afterBooking, HongKong.dayOf(now)));
        var bounced = tranche.bounce(attempt.id(), answer.detail(), now);
        timeline.record(attempt, AttemptTransition.BOUNCE, PersonId.SYSTEM, now);
        timeline.record(tranche, TrancheTransition.BOUNCE, PersonId.SYSTEM, "attempt " + attempt.id(), now);
        if (reopened) {
            timeline.record(award, AwardTransition.REOPEN, PersonId.SYSTEM, "attempt " + attempt.id(), now);
        }
        outbox.append(bounced);
        settleBounce.handle(award, tranche, attempt.amount(), cancelled, now);
    }

    /** Parks an answer that failed to apply, so that later answers are applied. */
    @Transactional
    void parkUnprocessable(BankAnswer answer, Wording reason) {
        if (answer.position() > answers.lock()) {
            answers.advance(answer.position());
            park(answer, reason);
        }
    }

    private void park(BankAnswer answer, Wording reason) {
        answers.park(answer, Texts.loaded().labelInAllLanguages(reason));
        LOG.warnf("answer %d on attempt %s parked: %s", answer.position(), answer.endToEndId(), reason);
    }
}
