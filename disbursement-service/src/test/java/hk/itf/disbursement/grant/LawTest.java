package hk.itf.disbursement.grant;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.disbursement.Events;
import hk.itf.disbursement.Finance;
import hk.itf.disbursement.GrantStory;
import hk.itf.disbursement.RolledBackStatements;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.text.Language;
import hk.itf.infra.text.Texts;
import hk.itf.model.money.Money;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Breaks each law of money by SQL in a transaction that rolls back, and expects that the law fails and no other. Where a
 * constraint would refuse the rows, the test drops the constraint first; a test of its own proves the constraint.
 */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class LawTest {

    @Inject
    Clock clock;

    @Inject
    RolledBackStatements scratch;

    @Inject
    Events events;

    @Inject
    CoherenceQueries coherence;

    private static @Nullable Books books;

    /**
     * Four awards: one with a paid and a scheduled tranche, one whose payment bounced, one that waits for funds, and one
     * that owes a part of its advance, with a proposed cash recovery.
     */
    private record Books(GrantStory paid, GrantStory bounced, GrantStory waiting, GrantStory owing) {

        static Books create(Clock clock, Events events) {
            var paid = GrantStory.of(clock, Money.hkd(100), Money.hkd(150))
                    .agreed()
                    .withPayee("771000111")
                    .due(1, Money.hkd(100));
            paid.payOut(1);
            paid.awaitTranche(1, "PAID");
            var bounced = GrantStory.of(clock, Money.hkd(70))
                    .agreed()
                    .withPayee("771000901")
                    .due(1, Money.hkd(70));
            bounced.payOut(1);
            bounced.awaitTranche(1, "DUE");
            var waiting = GrantStory.of(clock, Money.hkd(500));
            waiting.envelopeWith(Money.hkd(200));
            waiting.approve();
            waiting.awaitStatus("WAITING");
            var owing = GrantStory.of(clock, Money.hkd(180)).agreed().withPayee("771000222");
            events.owing(owing, Money.hkd(90), Money.hkd(40))
                    .record(Money.hkd(5), REFERENCE)
                    .then()
                    .statusCode(201);
            return new Books(paid, bounced, waiting, owing);
        }

        String in(String sql) {
            return sql.replace(":paid", paid.grant.toString())
                    .replace(":first", paid.tranche(1).toString())
                    .replace(":second", paid.tranche(2).toString())
                    .replace(":scheme", paid.scheme.value())
                    .replace(":bounced", bounced.grant.toString())
                    .replace(":waiting", waiting.grant.toString())
                    .replace(":owing", owing.grant.toString())
                    .replace(":advanced", owing.tranche(1).toString())
                    .replace(":advance", owing.advance(1).toString())
                    .replace(":reference", REFERENCE);
        }
    }

    /** The statements that break each law and no other. */
    private static Map<Law, List<String>> breaches() {
        var breaches = new EnumMap<Law, List<String>>(Law.class);
        breaches.put(
                Law.BOOKS_SUM_TO_ZERO, List.of(transfer("TOP_UP", "'a test'", "appropriation", "committed:nobody", 1)));
        breaches.put(
                Law.AWARD_MATCHES_LEDGER,
                List.of(transfer("RELEASE", "'a test'", "committed::paid", "clearing::paid", 1)));
        breaches.put(
                Law.ENVELOPE_MATCHES_LEDGER,
                List.of("update envelope set appropriated_cents = appropriated_cents + 1 where scheme = ':scheme'"));
        breaches.put(
                Law.PAID_WITHIN_RELEASED_WITHIN_COMMITTED,
                List.of(
                        "alter table award drop constraint paid_within_released",
                        transfer("BOOKED", "'a test'", "clearing::paid", "paid::paid", 1),
                        "update award set paid_cents = released_cents + 1 where grant_id = ':paid'"));
        breaches.put(
                Law.SCHEME_COMMITMENTS_MATCH_AWARDS,
                List.of("update award set scheme = 'elsewhere' where grant_id = ':paid'"));
        breaches.put(
                Law.TRANCHES_AND_UNDRAWN_MATCH_VERSION,
                List.of("update tranche set payable_cents = payable_cents - 1 where id = ':second'"));
        breaches.put(
                Law.VERSION_COVERS_RELEASED,
                List.of(
                        "alter table award_version drop constraint undrawn_within_awarded",
                        "alter table award_version disable trigger award_version_is_immutable",
                        "alter table award drop constraint committed_within_awarded",
                        "update award_version set awarded_cents = 9999, undrawn_cents = 9999 - 25000 where grant_id = ':paid'",
                        "update award set awarded_cents = 9999 where grant_id = ':paid'"));
        breaches.put(
                Law.ONE_LIVE_ATTEMPT,
                List.of(
                        "drop index tranche_paid_once",
                        ANOTHER_ATTEMPT,
                        transfer("RELEASE", ATTEMPT, "committed::paid", "clearing::paid", 10_000),
                        transfer("BOOKED", ATTEMPT, "clearing::paid", "paid::paid", 10_000),
                        "update award set released_cents = 20000, paid_cents = 20000 where grant_id = ':paid'"));
        breaches.put(Law.TRANCHE_MATCHES_ATTEMPT, List.of("update tranche set status = 'DUE' where id = ':first'"));
        breaches.put(
                Law.ATTEMPT_MATCHES_TRANSFERS,
                List.of("update attempt set booked_at = instructed_at where grant_id = ':bounced'"));
        breaches.put(
                Law.FIRST_IN_QUEUE_EXCEEDS_FREE,
                List.of(
                        "alter table award_version disable trigger award_version_is_immutable",
                        "update award_version set awarded_cents = 20000 where grant_id = ':waiting'"));
        breaches.put(
                Law.ENDED_AWARD_HAS_NO_OPEN_MONEY,
                List.of("update award set status = 'CLOSED' where grant_id = ':paid'"));
        breaches.put(
                Law.RECEIVABLE_MATCHES_TRANSFERS,
                List.of(
                        "alter table receivable disable trigger receivable_origin_is_immutable",
                        "update receivable set raised_cents = raised_cents + 1, outstanding_cents = outstanding_cents + 1 where grant_id = ':owing'",
                        "update award set owed_cents = owed_cents + 1, paid_cents = paid_cents - 1 where grant_id = ':owing'",
                        transfer("RAISE", "'a test'", "paid::owing", "receivable::owing", 1)));
        breaches.put(
                Law.AWARD_MATCHES_RECEIVABLES,
                List.of(
                        "update award set owed_cents = owed_cents + 1, paid_cents = paid_cents - 1 where grant_id = ':owing'",
                        transfer("RAISE", "'a test'", "paid::owing", "receivable::owing", 1)));
        breaches.put(
                Law.RECOVERY_MATCHES_TRANSFERS,
                List.of(
                        "update recovery set status = 'CONFIRMED', confirmed_by = gen_random_uuid() where bank_reference = ':reference'"));
        breaches.put(
                Law.SET_OFF_MATCHES_RECOVERIES, List.of("update tranche set set_off_cents = 1 where id = ':second'"));
        breaches.put(
                Law.ADVANCE_IS_DEDUCTED,
                List.of("update tranche set accepted_cents = accepted_cents - 1 where id = ':advanced'"));
        breaches.put(
                Law.UNMET_GATES_ARE_COUNTED,
                List.of("update tranche set unmet_gates = unmet_gates + 1 where id = ':second'"));
        breaches.put(
                Law.OPEN_TRANCHES_ARE_COUNTED,
                List.of("update award set open_tranches = open_tranches + 1 where grant_id = ':paid'"));
        return breaches;
    }

    private static final String REFERENCE = "LAW-1";
    private static final String ATTEMPT = "'019aa8c6-95a4-7c3e-8f8d-2f1b7e0c4d77'";
    private static final String ANOTHER_ATTEMPT = """
            insert into attempt (id, version, tranche_id, grant_id, organisation, number, payee_version, amount_cents, status, instructed_at, booked_at)
            select %s, 0, tranche_id, grant_id, organisation, 2, payee_version, amount_cents, status, instructed_at, booked_at
            from attempt where tranche_id = ':first'
            """.formatted(ATTEMPT);

    private static final String RECOVERY = """
            insert into recovery (id, version, receivable_id, number, how, amount_cents, value_date, bank_reference, status, proposed_by, proposed_at, confirmed_by)
            select gen_random_uuid(), 0, id, 77, %s, 1, %s, %s, %s, gen_random_uuid(), clock_timestamp(), %s from receivable where grant_id = ':owing'
            """;

    @AfterEach
    void checkCoherence() {
        Finance.requireCoherence();
    }

    @Test
    void detectsBreachOfEachLawAlone() {
        var kept = books();
        var breaches = breaches();
        assertThat(breaches).containsOnlyKeys(Law.values());
        breaches.forEach((law, statements) -> {
            var broken = scratch.after(statements.stream().map(kept::in).toList(), () -> coherence.check());
            assertThat(broken.coherent()).as(law.name()).isFalse();
            assertThat(broken.checks().stream().filter(check -> !check.ok()).map(CoherenceView.Check::law))
                    .as("%s: %s", law, broken)
                    .containsExactly(sentence(law));
            assertThat(broken.checks().get(law.ordinal()).detail())
                    .as(law.name())
                    .isNotBlank();
        });
    }

    @Test
    void reportsEveryLawInOrder() {
        assertThat(coherence.check().checks().stream().map(CoherenceView.Check::law))
                .containsExactlyElementsOf(
                        Arrays.stream(Law.values()).map(LawTest::sentence).toList());
    }

    @Test
    void databaseRefusesBreachByNamedConstraint() {
        var kept = books();
        var refusals = new LinkedHashMap<String, String>();
        refusals.put(
                "paid_within_released", "update award set paid_cents = released_cents + 1 where grant_id = ':paid'");
        refusals.put(
                "released_within_committed",
                "update award set released_cents = committed_cents + 1 where grant_id = ':paid'");
        refusals.put(
                "committed_within_awarded",
                "update award set awarded_cents = released_cents - 1 where grant_id = ':paid'");
        refusals.put(
                "committed_within_envelope",
                "update envelope set committed_cents = appropriated_cents + 1 where scheme = ':scheme'");
        refusals.put("tranche_paid_once", ANOTHER_ATTEMPT);
        refusals.put(
                "payable_within_amount", "update tranche set payable_cents = amount_cents + 1 where id = ':second'");
        refusals.put(
                "undrawn_within_awarded",
                "update award_version set undrawn_cents = awarded_cents + 1 where grant_id = ':paid'");
        refusals.put(
                "one_version_in_force",
                "insert into award_version select gen_random_uuid(), 0, grant_id, 2, awarded_cents, 0, plan, status, decided_by, decided_at"
                        + " from award_version where grant_id = ':paid'");
        refusals.put("transfer_moves_money", transfer("TOP_UP", "'a test'", "appropriation", "committed::paid", 0));
        refusals.put("transfer_has_two_ends", transfer("TOP_UP", "'a test'", "paid::paid", "paid::paid", 1));
        refusals.put(
                "transfer_once_per_cause",
                "insert into transfer select gen_random_uuid(), reason, cause, debit, credit, amount_cents, grant_id, booked_on"
                        + " from transfer where grant_id = ':paid'");
        refusals.put("waiting_has_a_place", "update award set queue_position = null where grant_id = ':waiting'");
        refusals.put("prepared_binds_a_payee", "update tranche set payee_version = null where id = ':first'");
        refusals.put(
                "payee_gate_is_a_view",
                "update tranche_gate set met_at = clock_timestamp() where tranche_id = ':second' and gate = 'PAYEE_VERIFIED'");
        refusals.put("award_knows_its_parties", "update award set parties = null where grant_id = ':paid'");
        refusals.put("closed_owes_nothing", "update award set status = 'CLOSED' where grant_id = ':owing'");
        refusals.put(
                "waiting_has_a_reason",
                "update award set waiting_for = null, queue_position = null where grant_id = ':waiting'");
        refusals.put(
                "set_off_within_payable", "update tranche set set_off_cents = payable_cents + 1 where id = ':second'");
        refusals.put("advance_is_not_set_off", "update tranche set set_off_cents = 1 where id = ':advance'");
        refusals.put("one_advance_per_tranche", "update tranche set advance_of = ':advanced' where id = ':second'");
        refusals.put("settles_while_open", "update tranche set settles_at_cents = 1 where id = ':advanced'");
        refusals.put("accepted_within_amount", "update tranche set accepted_cents = -1 where id = ':advanced'");
        refusals.put(
                "outstanding_within_raised",
                "update receivable set outstanding_cents = raised_cents + 1 where grant_id = ':owing'");
        refusals.put("open_while_outstanding", "update receivable set status = 'SETTLED' where grant_id = ':owing'");
        refusals.put(
                "receivable is append-only", "update receivable set due_by = due_by + 1 where grant_id = ':owing'");
        refusals.put(
                "recovery is append-only", "update recovery set amount_cents = 1 where bank_reference = ':reference'");
        refusals.put(
                "recovery_four_eyes",
                "update recovery set status = 'CONFIRMED', confirmed_by = proposed_by where bank_reference = ':reference'");
        refusals.put(
                "recovery_confirmed_by_someone",
                "update recovery set status = 'CONFIRMED' where bank_reference = ':reference'");
        refusals.put("cash_has_a_reference", RECOVERY.formatted("'CASH'", "null", "null", "'PROPOSED'", "null"));
        refusals.put("set_off_has_a_tranche", RECOVERY.formatted("'SET_OFF'", "null", "null", "'PROPOSED'", "null"));
        refusals.put("transfer is append-only", "update transfer set amount_cents = 1 where grant_id = ':paid'");
        refusals.put(
                "award_version is append-only", "update award_version set awarded_cents = 1 where grant_id = ':paid'");
        refusals.put("attempt is append-only", "delete from attempt where grant_id = ':paid'");
        refusals.forEach((constraint, statement) ->
                assertThat(scratch.refusalOf(kept.in(statement))).as(statement).contains(constraint));
    }

    /** A transfer without a grant id, which only its account names link to a grant. */
    private static String transfer(String reason, String cause, String debit, String credit, long cents) {
        return "insert into transfer (id, reason, cause, debit, credit, amount_cents, booked_on)"
                + " values (gen_random_uuid(), '%s', %s, '%s', '%s', %d, current_date)"
                        .formatted(reason, cause, debit, credit, cents);
    }

    private static String sentence(Law law) {
        return Texts.loaded().label(law, Language.ENGLISH);
    }

    private Books books() {
        var kept = books;
        if (kept == null) {
            kept = Books.create(clock, events);
            books = kept;
        }
        return kept;
    }
}
