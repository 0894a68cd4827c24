package hk.itf.assessment.agendaitem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.model.DomainException;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReviewCaseId;
import hk.itf.model.id.Uuids;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AgendaItemTest {

    private static final Instant NOW = Instant.parse("2026-11-20T04:00:00Z");
    private static final PersonId CHAIR = PersonId.of(Uuids.next());
    private static final AgendaItemId NEXT_ITEM = AgendaItemId.next();

    private static final Map<AgendaItemTransition, Consumer<AgendaItem>> ACTS = new EnumMap<>(Map.of(
            AgendaItemTransition.CALL, item -> item.call(CHAIR, NOW),
            AgendaItemTransition.CLOSE, item -> item.close(true, "A sound plan.", NOW),
            AgendaItemTransition.ADJOURN, item -> item.adjourn(NEXT_ITEM, "A letter is missing.", NOW),
            AgendaItemTransition.REMOVE, item -> item.remove("withdrawn", NOW),
            AgendaItemTransition.VOID, item -> item.voidAdvice("a voter declared an interest")));

    @ParameterizedTest
    @EnumSource
    void everyStatusAllowsOnlyItsTransitions(AgendaItemStatus status) {
        assertThat(ACTS).containsOnlyKeys(AgendaItemTransition.values());
        ACTS.forEach((transition, act) -> {
            var item = inStatus(status);
            var before = item.state();
            if (transition.permits(status)) {
                act.accept(item);
                assertThat(item.status()).as("%s", transition).isEqualTo(transition.to());
            } else {
                refuses(() -> act.accept(item), "illegal-transition");
                assertThat(item.state()).as("%s", transition).isEqualTo(before);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void votesNeedCalledItem(AgendaItemStatus status) {
        var item = inStatus(status);
        if (status == AgendaItemStatus.CALLED) {
            assertThatCode(item::requireCalled).doesNotThrowAnyException();
        } else {
            refuses(item::requireCalled, "item-not-called");
        }
    }

    @ParameterizedTest
    @EnumSource
    void declarationsNeedListedOrCalledItem(AgendaItemStatus status) {
        var item = inStatus(status);
        var pending = status == AgendaItemStatus.LISTED || status == AgendaItemStatus.CALLED;
        assertThat(item.isPending()).isEqualTo(pending);
        if (pending) {
            assertThatCode(item::requirePending).doesNotThrowAnyException();
        } else {
            refuses(item::requirePending, "item-ended");
        }
    }

    @Test
    void personWhoCalledItemLeadsIt() {
        assertThat(inStatus(AgendaItemStatus.LISTED).isLedBy(CHAIR)).isFalse();
        var called = inStatus(AgendaItemStatus.CALLED);
        assertThat(called.isLedBy(CHAIR)).isTrue();
        assertThat(called.isLedBy(PersonId.of(Uuids.next()))).isFalse();
    }

    @Test
    void closedItemKeepsAdviceAfterVoid() {
        var item = inStatus(AgendaItemStatus.VOIDED);
        assertThat(item.course().supported()).isTrue();
        assertThat(item.course().reason()).isEqualTo("A sound plan.");
        assertThat(item.course().voidReason()).isEqualTo("a voter declared an interest");
    }

    @Test
    void adjournedItemNamesItsSuccessor() {
        assertThat(inStatus(AgendaItemStatus.ADJOURNED).course().adjournedTo()).isEqualTo(NEXT_ITEM);
    }

    private static AgendaItem inStatus(AgendaItemStatus status) {
        var item = AgendaItem.list(AgendaItemId.next(), MeetingId.next(), GrantId.next(), ReviewCaseId.next(), 1, 3);
        if (status != AgendaItemStatus.LISTED && status != AgendaItemStatus.REMOVED) {
            item.call(CHAIR, NOW);
        }
        switch (status) {
            case LISTED, CALLED -> {
                // built above
            }
            case CLOSED -> item.close(true, "A sound plan.", NOW);
            case ADJOURNED -> item.adjourn(NEXT_ITEM, "A letter is missing.", NOW);
            case REMOVED -> item.remove("withdrawn", NOW);
            case VOIDED -> {
                item.close(true, "A sound plan.", NOW);
                item.voidAdvice("a voter declared an interest");
            }
        }
        return item;
    }

    private static void refuses(Runnable act, String slug) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.slug()).isEqualTo(slug));
    }
}
