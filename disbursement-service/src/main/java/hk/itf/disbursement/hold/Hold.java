package hk.itf.disbursement.hold;

import static hk.itf.model.NamedValue.value;

import hk.itf.infra.text.Language;
import hk.itf.model.DomainException;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.HoldId;
import hk.itf.model.id.PersonId;
import hk.itf.model.scheme.value.LocalisedText;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order that stops preparation and release for its target. A hold is active from placing to lifting and is lifted
 * once. The reasons of a hold with a cause exist in three languages. The reasons that a person gives are stored as
 * typed.
 */
@Entity
class Hold {

    @Id
    private UUID id;

    @Version
    private int version;

    @Enumerated(EnumType.STRING)
    private HoldTarget target;

    private UUID targetId;

    private String reason;

    private @Nullable String reasonZhHant;

    private @Nullable String reasonZhHans;

    private @Nullable String cause;

    private UUID placedBy;

    private Instant placedAt;

    private @Nullable UUID liftedBy;

    private @Nullable Instant liftedAt;

    private @Nullable String liftReason;

    private @Nullable String liftReasonZhHant;

    private @Nullable String liftReasonZhHans;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Hold() {}

    Hold(HoldId id, HoldTarget target, UUID targetId, String reason, PersonId actor, Instant now) {
        this.id = id.value();
        this.target = target;
        this.targetId = targetId;
        this.reason = reason;
        this.placedBy = actor.value();
        this.placedAt = now;
    }

    /**
     * A hold on an award that the platform places and lifts.
     *
     * @param cause key of the overdue report; one active hold per cause
     */
    static Hold causedBy(String cause, HoldId id, GrantId grant, LocalisedText reason, PersonId actor, Instant now) {
        var hold = new Hold(id, HoldTarget.AWARD, grant.value(), reason.en(), actor, now);
        hold.cause = cause;
        hold.reasonZhHant = reason.zhHant();
        hold.reasonZhHans = reason.zhHans();
        return hold;
    }

    /** @throws DomainException {@code illegal-transition} when the hold is already lifted */
    void lift(String because, PersonId actor, Instant now) {
        if (liftedAt != null) {
            throw DomainException.conflict("illegal-transition.hold-lifted", value("liftedAt", liftedAt));
        }
        liftedBy = actor.value();
        liftedAt = now;
        liftReason = because;
    }

    /** @throws DomainException {@code illegal-transition} when the hold is already lifted */
    void lift(LocalisedText because, PersonId actor, Instant now) {
        lift(because.en(), actor, now);
        liftReasonZhHant = because.zhHant();
        liftReasonZhHans = because.zhHans();
    }

    /** @param language the language of the reasons that the platform gave */
    HoldView view(Language language) {
        return new HoldView(
                HoldId.of(id),
                target,
                targetId,
                choose(language, reason, reasonZhHant, reasonZhHans),
                PersonId.of(placedBy),
                placedAt,
                liftedBy == null ? null : PersonId.of(liftedBy),
                liftedAt,
                liftReason == null ? null : choose(language, liftReason, liftReasonZhHant, liftReasonZhHans),
                version);
    }

    private static String choose(
            Language language, String text, @Nullable String traditional, @Nullable String simplified) {
        var translated = switch (language) {
            case ENGLISH -> text;
            case TRADITIONAL_CHINESE -> traditional;
            case SIMPLIFIED_CHINESE -> simplified;
        };
        return translated == null ? text : translated;
    }
}
