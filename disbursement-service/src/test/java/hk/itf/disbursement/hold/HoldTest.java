package hk.itf.disbursement.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.infra.text.Language;
import hk.itf.model.DomainException;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.HoldId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.Uuids;
import hk.itf.model.scheme.value.LocalisedText;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A hold is placed, stays active, and is lifted once. */
class HoldTest {

    private static final Instant PLACED = Instant.parse("2026-11-28T02:00:00Z");
    private static final Instant LIFTED = Instant.parse("2026-11-30T02:00:00Z");
    private static final PersonId RELEASER = PersonId.of(Uuids.next());
    private static final PersonId CONTROLLER = PersonId.of(Uuids.next());
    private static final LocalisedText OVERDUE = new LocalisedText("overdue", "逾期", "逾期未交");
    private static final LocalisedText ACCEPTED = new LocalisedText("accepted", "已獲接納", "已获接纳");

    @Test
    void isActiveFromPlacing() {
        var target = Uuids.next();
        var id = HoldId.next();
        var view = new Hold(id, HoldTarget.TRANCHE, target, "Invoice under query", RELEASER, PLACED)
                .view(Language.ENGLISH);
        assertThat(view)
                .isEqualTo(new HoldView(
                        id, HoldTarget.TRANCHE, target, "Invoice under query", RELEASER, PLACED, null, null, null, 0));
    }

    @Test
    void recordsWhoLiftedItAndWhy() {
        var hold = placed();
        hold.lift("Query answered", CONTROLLER, LIFTED);
        var view = hold.view(Language.ENGLISH);
        assertThat(view.liftedBy()).isEqualTo(CONTROLLER);
        assertThat(view.liftedAt()).isEqualTo(LIFTED);
        assertThat(view.liftReason()).isEqualTo("Query answered");
    }

    @Test
    void refusesSecondLifting() {
        var hold = placed();
        hold.lift("Query answered", CONTROLLER, LIFTED);
        assertThatThrownBy(() -> hold.lift("Again", RELEASER, LIFTED))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.slug()).isEqualTo("illegal-transition"));
        assertThat(hold.view(Language.ENGLISH).liftedBy()).isEqualTo(CONTROLLER);
    }

    @Test
    void showsTypedReasonInEveryLanguage() {
        var hold = placed();
        hold.lift("Query answered", CONTROLLER, LIFTED);
        for (var language : Language.values()) {
            assertThat(hold.view(language).reason()).isEqualTo("Invoice under query");
            assertThat(hold.view(language).liftReason()).isEqualTo("Query answered");
        }
    }

    @Test
    void showsReasonOfPlatformInCallersLanguage() {
        var hold = Hold.causedBy("a report", HoldId.next(), GrantId.next(), OVERDUE, RELEASER, PLACED);
        hold.lift(ACCEPTED, CONTROLLER, LIFTED);
        assertThat(hold.view(Language.ENGLISH).reason()).isEqualTo("overdue");
        assertThat(hold.view(Language.TRADITIONAL_CHINESE).reason()).isEqualTo("逾期");
        assertThat(hold.view(Language.SIMPLIFIED_CHINESE).reason()).isEqualTo("逾期未交");
        assertThat(hold.view(Language.TRADITIONAL_CHINESE).liftReason()).isEqualTo("已獲接納");
        assertThat(hold.view(Language.SIMPLIFIED_CHINESE).liftReason()).isEqualTo("已获接纳");
    }

    private static Hold placed() {
        return new Hold(HoldId.next(), HoldTarget.AWARD, Uuids.next(), "Invoice under query", RELEASER, PLACED);
    }
}
