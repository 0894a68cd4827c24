package hk.itf.assessment.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.assessment.agendaitem.MeetingId;
import hk.itf.infra.http.Actor;
import hk.itf.model.DomainException;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.Uuids;
import hk.itf.model.scheme.value.SchemeId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MeetingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    private static final Instant DAY_BEFORE = NOON.minus(Duration.ofDays(1));
    private static final Instant DAY_AFTER = NOON.plus(Duration.ofDays(1));
    private static final Actor CHAIR = actor("panel-chair");
    private static final Actor OTHER_CHAIR = actor("panel-chair");
    private static final Actor MEMBER = actor("panel-member-rth");

    private static final Map<MeetingTransition, Consumer<Meeting>> ACTS = new EnumMap<>(Map.of(
            MeetingTransition.OPEN, meeting -> meeting.open(CHAIR.person(), NOON),
            MeetingTransition.CLOSE, meeting -> meeting.close(NOON),
            MeetingTransition.CANCEL, meeting -> meeting.cancel("Typhoon signal 8.", NOON)));

    @ParameterizedTest
    @EnumSource
    void everyStatusAllowsOnlyItsTransitions(MeetingStatus status) {
        assertThat(ACTS).containsOnlyKeys(MeetingTransition.values());
        ACTS.forEach((transition, act) -> {
            var meeting = inStatus(status);
            if (transition.permits(status)) {
                act.accept(meeting);
                assertThat(statusOf(meeting)).as("%s", transition).isEqualTo(transition.to());
            } else {
                refuses(() -> act.accept(meeting), "illegal-transition");
                assertThat(statusOf(meeting)).as("%s", transition).isEqualTo(status);
            }
        });
    }

    @Test
    void opensOnItsDayOnly() {
        var meeting = scheduled(null);
        refuses(() -> meeting.open(CHAIR.person(), DAY_BEFORE), "not-the-day");
        refuses(() -> meeting.open(CHAIR.person(), DAY_AFTER), "not-the-day");
        assertThat(statusOf(meeting)).isEqualTo(MeetingStatus.SCHEDULED);
        meeting.open(CHAIR.person(), NOON);
        assertThat(meeting.isOpen()).isTrue();
        assertThat(meeting.chair()).contains(CHAIR.person());
    }

    @Test
    void recordsAttendanceOnItsDayAndWhileOpen() {
        var meeting = scheduled(null);
        refuses(() -> meeting.requireOpenForAttendance(DAY_BEFORE), "not-the-day");
        meeting.requireOpenForAttendance(NOON);
        meeting.open(CHAIR.person(), NOON);
        assertThatCode(() -> meeting.requireOpenForAttendance(DAY_AFTER)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource
    void onlyPendingMeetingTakesAttendanceAndItems(MeetingStatus status) {
        var meeting = inStatus(status);
        if (status == MeetingStatus.SCHEDULED || status == MeetingStatus.OPEN) {
            meeting.requireOpenForAttendance(NOON);
            meeting.requireOpenForItems();
        } else {
            refuses(() -> meeting.requireOpenForAttendance(NOON), "meeting-over");
            refuses(meeting::requireOpenForItems, "meeting-over");
        }
        if (status == MeetingStatus.OPEN) {
            meeting.requireOpen();
        } else {
            refuses(meeting::requireOpen, "meeting-not-open");
        }
    }

    @Test
    void anyChairWithRoleOfMembersLeadsUnnamedMeeting() {
        var meeting = scheduled(null);
        var memberChair = actor("panel-chair", "panel-member-rth");
        meeting.requireLedBy(memberChair, MeetingTest::notFound);
        refuses(() -> meeting.requireLedBy(MEMBER, MeetingTest::notFound), "not-in-the-chair");
        refuses(() -> meeting.requireLedBy(CHAIR, MeetingTest::notFound), "not-found");
    }

    @Test
    void onlyNamedChairLeadsMeeting() {
        var meeting = scheduled(CHAIR.person());
        meeting.requireLedBy(CHAIR, MeetingTest::notFound);
        refuses(() -> meeting.requireLedBy(OTHER_CHAIR, MeetingTest::notFound), "not-found");
        var memberChair = actor("panel-chair", "panel-member-rth");
        refuses(() -> meeting.requireLedBy(memberChair, MeetingTest::notFound), "not-in-the-chair");
        var formerChair = new Actor(CHAIR.person(), Set.of("panel-member-rth"), Set.of());
        refuses(() -> meeting.requireLedBy(formerChair, MeetingTest::notFound), "not-in-the-chair");
    }

    @Test
    void papersEndAfterDayFollowingMeeting() {
        assertThat(scheduled(null).papersEnd()).isEqualTo(Instant.parse("2026-11-21T16:00:00Z"));
    }

    private static DomainException notFound() {
        return DomainException.notFound("meeting");
    }

    private static MeetingStatus statusOf(Meeting meeting) {
        return meeting.view(List.of(), List.of()).status();
    }

    private static Meeting inStatus(MeetingStatus status) {
        var meeting = scheduled(null);
        switch (status) {
            case SCHEDULED -> {
                // built above
            }
            case OPEN -> meeting.open(CHAIR.person(), NOON);
            case CLOSED -> {
                meeting.open(CHAIR.person(), NOON);
                meeting.close(NOON);
            }
            case CANCELLED -> meeting.cancel("Typhoon signal 8.", NOON);
        }
        return meeting;
    }

    private static Meeting scheduled(@Nullable PersonId chair) {
        return Meeting.schedule(
                MeetingId.next(),
                SchemeId.of("rth"),
                "panel-member-rth",
                DAY,
                "Room 3",
                chair,
                PersonId.of(Uuids.next()),
                DAY_BEFORE);
    }

    private static Actor actor(String... roles) {
        return new Actor(PersonId.of(Uuids.next()), Set.of(roles), Set.of());
    }

    private static void refuses(Runnable act, String slug) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.slug()).isEqualTo(slug));
    }
}
