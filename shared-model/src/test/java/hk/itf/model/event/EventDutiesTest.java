package hk.itf.model.event;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.model.duty.Duty;
import hk.itf.model.duty.TakenDuty;
import hk.itf.model.event.AssessmentEvent.ApplicationDeclined;
import hk.itf.model.event.AssessmentEvent.ClaimAccepted;
import hk.itf.model.event.AssessmentEvent.ClaimRejected;
import hk.itf.model.event.DisbursementEvent.TranchePaid;
import hk.itf.model.id.AttemptId;
import hk.itf.model.id.ClaimId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.id.Uuids;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.ClaimKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The duties in every event. The events are the golden samples, whose actor and whose other person are always the same. */
class EventDutiesTest {

    private static final Path SAMPLES = Path.of("../infra/testkit/src/test/resources/events");

    private static final GrantId GRANT = GrantId.of(Uuids.derived("sample", "grant"));
    private static final PersonId ACTOR = PersonId.of(Uuids.derived("sample", "person"));
    private static final PersonId OTHER = PersonId.of(Uuids.derived("sample", "other person"));

    /** By wire name: the duty of the actor and the duty of the other person the event names; no row is left out. */
    private static final Map<String, Taken> EXPECTED = Map.ofEntries(
            entry("itf.scheme.version-published.v1", nobody()),
            entry("itf.application.submitted.v1", actor(Duty.SUBMITTED)),
            entry("itf.application.resubmitted.v1", actor(Duty.SUBMITTED)),
            entry("itf.application.withdrawn.v1", nobody()),
            entry("itf.application.offer-made.v1", nobody()),
            entry("itf.application.offer-accepted.v1", actor(Duty.SUBMITTED)),
            entry("itf.application.offer-lapsed.v1", nobody()),
            entry("itf.claim.submitted.v1", actor(Duty.SUBMITTED)),
            entry("itf.claim.resubmitted.v1", actor(Duty.SUBMITTED)),
            entry("itf.claim.withdrawn.v1", nobody()),
            entry("itf.claim.deadline-passed.v1", nobody()),
            entry("itf.amendment.submitted.v1", actor(Duty.SUBMITTED)),
            entry("itf.amendment.resubmitted.v1", actor(Duty.SUBMITTED)),
            entry("itf.amendment.withdrawn.v1", nobody()),
            entry("itf.report.overdue.v1", nobody()),
            entry("itf.assessment.started.v1", nobody()),
            entry("itf.assessment.information-complete.v1", nobody()),
            entry("itf.assessment.task-taken.v1", nobody()),
            entry("itf.assessment.task-ended.v1", nobody()),
            entry("itf.assessment.clarification-requested.v1", nobody()),
            entry("itf.assessment.found-ineligible.v1", actor(Duty.SCORED)),
            entry("itf.assessment.approved.v1", actor(Duty.DECIDED).and(Duty.SCORED)),
            entry("itf.assessment.declined.v1", actor(Duty.DECIDED).and(Duty.SCORED)),
            entry("itf.claim.accepted.v1", actor(Duty.VETTED_CLAIM)),
            entry("itf.claim.rejected.v1", actor(Duty.VETTED_CLAIM)),
            entry("itf.stage-gate.passed.v1", actor(Duty.DECIDED).and(Duty.SCORED)),
            entry("itf.stage-gate.failed.v1", actor(Duty.DECIDED).and(Duty.SCORED)),
            entry("itf.amendment.approved.v1", actor(Duty.DECIDED).and(Duty.SCORED)),
            entry("itf.amendment.declined.v1", actor(Duty.DECIDED).and(Duty.SCORED)),
            entry("itf.award.committed.v1", nobody()),
            entry("itf.award.waiting.v1", nobody()),
            entry("itf.award.amended.v1", nobody()),
            entry("itf.award.voided.v1", nobody()),
            entry("itf.award.closed.v1", nobody()),
            entry("itf.award.terminated.v1", nobody()),
            entry("itf.payee.verified.v1", nobody()), // names no grant
            entry("itf.tranche.due.v1", nobody()),
            entry("itf.tranche.prepared.v1", actor(Duty.PREPARED).and(Duty.VERIFIED_PAYEE)),
            entry("itf.tranche.released.v1", actor(Duty.RELEASED)),
            entry("itf.tranche.paid.v1", nobody()), // booked by the bank
            entry("itf.tranche.advance-split.v1", nobody()),
            entry("itf.tranche.advance-merged.v1", nobody()),
            entry("itf.payment.bounced.v1", nobody()),
            entry("itf.receivable.raised.v1", nobody()),
            entry("itf.receivable.settled.v1", nobody()));

    private record Taken(Map<PersonId, Duty> duties) {
        Taken and(Duty other) {
            return new Taken(Map.of(ACTOR, duties.get(ACTOR), OTHER, other));
        }
    }

    private static Taken nobody() {
        return new Taken(Map.of());
    }

    private static Taken actor(Duty duty) {
        return new Taken(Map.of(ACTOR, duty));
    }

    static Set<String> types() {
        return EventCodec.types().keySet();
    }

    @Test
    void hasRowForEveryEventType() {
        assertThat(EXPECTED.keySet()).isEqualTo(types());
    }

    @ParameterizedTest
    @MethodSource("types")
    void eventStatesDutiesTaken(String type) {
        var expected = EXPECTED.get(type).duties().entrySet().stream()
                .map(taken -> new TakenDuty(GRANT, taken.getKey(), taken.getValue()))
                .toList();
        assertThat(sample(type).duties()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("types")
    void systemTakesNoDuty(String type) {
        var bySystem = json(type).replace(ACTOR.toString(), PersonId.SYSTEM.toString());
        assertThat(EventCodec.decode(type, bySystem).orElseThrow().duties())
                .extracting(TakenDuty::person)
                .doesNotContain(PersonId.SYSTEM);
    }

    @Test
    void stageGateIsDecidedNotVetted() {
        assertThat(accepted(ClaimKind.STAGE_GATE).duties()).containsExactly(new TakenDuty(GRANT, ACTOR, Duty.DECIDED));
        assertThat(rejected(ClaimKind.STAGE_GATE).duties()).containsExactly(new TakenDuty(GRANT, ACTOR, Duty.DECIDED));
        for (var kind : ClaimKind.values()) {
            if (kind != ClaimKind.STAGE_GATE) {
                var vetted = new TakenDuty(GRANT, ACTOR, Duty.VETTED_CLAIM);
                assertThat(accepted(kind).duties()).as("%s", kind).containsExactly(vetted);
                assertThat(rejected(kind).duties()).as("%s", kind).containsExactly(vetted);
            }
        }
    }

    @Test
    void deciderAmongVotersHasDecidedOnly() {
        var declined = new ApplicationDeclined(GRANT, ACTOR, "", List.of(OTHER, ACTOR, OTHER), Instant.EPOCH);
        assertThat(declined.duties())
                .containsExactly(new TakenDuty(GRANT, ACTOR, Duty.DECIDED), new TakenDuty(GRANT, OTHER, Duty.SCORED));
    }

    @Test
    void confirmerOfFullSetOffHasReleased() {
        var tranche = TrancheId.next();
        var paid = new TranchePaid(
                GRANT, tranche, ACTOR, AttemptId.of(tranche, 0), Money.hkd(60), Money.ZERO, Instant.EPOCH);
        assertThat(paid.duties()).containsExactly(new TakenDuty(GRANT, ACTOR, Duty.RELEASED));
    }

    private static ClaimAccepted accepted(ClaimKind kind) {
        return new ClaimAccepted(
                GRANT, ClaimId.next(), ACTOR, TrancheId.next(), Money.ZERO, List.of(), List.of(), Instant.EPOCH, kind);
    }

    private static ClaimRejected rejected(ClaimKind kind) {
        return new ClaimRejected(GRANT, ClaimId.next(), ACTOR, TrancheId.next(), "", Instant.EPOCH, kind);
    }

    private static DomainEvent sample(String type) {
        return EventCodec.decode(type, json(type)).orElseThrow();
    }

    private static String json(String type) {
        try {
            return Files.readString(SAMPLES.resolve(type + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
