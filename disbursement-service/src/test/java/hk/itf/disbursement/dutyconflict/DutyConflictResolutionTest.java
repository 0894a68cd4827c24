package hk.itf.disbursement.dutyconflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.model.DomainException;
import hk.itf.model.duty.Duty;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.Uuids;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A duty conflict is resolved by two confirmations of different people, or because the act was undone. */
class DutyConflictResolutionTest {

    private static final Instant RECORDED_AT = Instant.parse("2026-11-28T02:00:00Z");
    private static final Instant FIRST_AT = Instant.parse("2026-11-29T02:00:00Z");
    private static final Instant SECOND_AT = Instant.parse("2026-11-30T02:00:00Z");
    private static final Instant LATER = Instant.parse("2026-12-01T02:00:00Z");
    private static final UUID ID = Uuids.next();
    private static final GrantId GRANT = GrantId.next();
    private static final PersonId PERSON = PersonId.of(Uuids.next());
    private static final PersonId FIRST = PersonId.of(Uuids.next());
    private static final PersonId SECOND = PersonId.of(Uuids.next());
    private static final PersonId THIRD = PersonId.of(Uuids.next());

    private static final DutyConflictView.Confirmation FIRST_CONFIRMATION =
            new DutyConflictView.Confirmation(FIRST, FIRST_AT, "No influence on the score.");
    private static final DutyConflictView.Confirmation SECOND_CONFIRMATION =
            new DutyConflictView.Confirmation(SECOND, SECOND_AT, "The score may stand.");

    @Test
    void staysOpenAfterFirstConfirmation() {
        var conflict = open();
        assertThat(conflict.confirm("No influence on the score.", FIRST, FIRST_AT))
                .isEqualTo(DutyConflictTransition.CONFIRM);
        hasView(conflict, DutyConflictStatus.CONFIRMED_ONCE, List.of(FIRST_CONFIRMATION), null);
    }

    @Test
    void isResolvedBySecondConfirmation() {
        var conflict = bring(DutyConflictStatus.CONFIRMED_ONCE);
        assertThat(conflict.confirm("The score may stand.", SECOND, SECOND_AT))
                .isEqualTo(DutyConflictTransition.CONFIRM_AGAIN);
        hasView(conflict, DutyConflictStatus.CONFIRMED, List.of(FIRST_CONFIRMATION, SECOND_CONFIRMATION), SECOND_AT);
    }

    @ParameterizedTest
    @EnumSource(
            value = DutyConflictStatus.class,
            names = {"OPEN", "CONFIRMED_ONCE"})
    void refusesConfirmationByPersonInConflict(DutyConflictStatus status) {
        var conflict = bring(status);
        refuses(() -> conflict.confirm("It was me.", PERSON, LATER), "own-conflict");
        isUnchanged(conflict, status);
    }

    @Test
    void refusesBothConfirmationsByOnePerson() {
        var conflict = bring(DutyConflictStatus.CONFIRMED_ONCE);
        refuses(() -> conflict.confirm("Again.", FIRST, LATER), "four-eyes");
        isUnchanged(conflict, DutyConflictStatus.CONFIRMED_ONCE);
    }

    @ParameterizedTest
    @EnumSource(
            value = DutyConflictStatus.class,
            names = {"CONFIRMED", "UNDONE"})
    void refusesActsOnResolvedConflict(DutyConflictStatus status) {
        var conflict = bring(status);
        refuses(() -> conflict.confirm("Late.", THIRD, LATER), "illegal-transition");
        isUnchanged(conflict, status);
        refuses(() -> conflict.undo(LATER), "illegal-transition");
        isUnchanged(conflict, status);
    }

    @Test
    void isResolvedWhenActIsUndone() {
        var conflict = open();
        conflict.undo(LATER);
        hasView(conflict, DutyConflictStatus.UNDONE, List.of(), LATER);
    }

    @Test
    void keepsFirstConfirmationWhenActIsUndone() {
        var conflict = bring(DutyConflictStatus.CONFIRMED_ONCE);
        conflict.undo(LATER);
        hasView(conflict, DutyConflictStatus.UNDONE, List.of(FIRST_CONFIRMATION), LATER);
    }

    @Test
    void replacesHeldDutyOnly() {
        var conflict = bring(DutyConflictStatus.CONFIRMED_ONCE);
        conflict.replaceHeldDuty(Duty.RELEASED);
        assertThat(conflict.held()).isEqualTo(Duty.RELEASED);
        assertThat(conflict)
                .usingRecursiveComparison()
                .ignoringFields("held")
                .isEqualTo(bring(DutyConflictStatus.CONFIRMED_ONCE));
    }

    private static void hasView(
            DutyConflict conflict,
            DutyConflictStatus status,
            List<DutyConflictView.Confirmation> confirmations,
            @Nullable Instant resolvedAt) {
        assertThat(conflict.view(ActStatus.FINAL))
                .isEqualTo(new DutyConflictView(
                        ID,
                        GRANT,
                        PERSON,
                        Duty.PREPARED,
                        Duty.SUBMITTED,
                        status,
                        ActStatus.FINAL,
                        confirmations,
                        RECORDED_AT,
                        resolvedAt,
                        0));
    }

    private static void isUnchanged(DutyConflict conflict, DutyConflictStatus status) {
        assertThat(conflict).usingRecursiveComparison().isEqualTo(bring(status));
    }

    private static void refuses(ThrowingCallable act, String slug) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.slug()).isEqualTo(slug));
    }

    private static DutyConflict bring(DutyConflictStatus status) {
        var conflict = open();
        switch (status) {
            case OPEN -> {}
            case CONFIRMED_ONCE -> conflict.confirm(FIRST_CONFIRMATION.reason(), FIRST, FIRST_AT);
            case CONFIRMED -> {
                conflict.confirm(FIRST_CONFIRMATION.reason(), FIRST, FIRST_AT);
                conflict.confirm(SECOND_CONFIRMATION.reason(), SECOND, SECOND_AT);
            }
            case UNDONE -> conflict.undo(SECOND_AT);
        }
        return conflict;
    }

    /** An open conflict. Rows are created with SQL, so the test sets the fields as Hibernate does. */
    private static DutyConflict open() {
        var conflict = new DutyConflict();
        set(conflict, "id", ID);
        set(conflict, "grant", GRANT.value());
        set(conflict, "person", PERSON.value());
        set(conflict, "held", Duty.PREPARED);
        set(conflict, "also", Duty.SUBMITTED);
        set(conflict, "status", DutyConflictStatus.OPEN);
        set(conflict, "recordedAt", RECORDED_AT);
        return conflict;
    }

    private static void set(DutyConflict conflict, String field, Object value) {
        try {
            var declared = DutyConflict.class.getDeclaredField(field);
            declared.setAccessible(true);
            declared.set(conflict, value);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
