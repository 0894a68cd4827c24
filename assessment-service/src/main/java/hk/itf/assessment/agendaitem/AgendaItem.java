package hk.itf.assessment.agendaitem;

import static hk.itf.model.NamedValue.value;

import hk.itf.infra.timeline.TrackedAggregate;
import hk.itf.model.DomainException;
import hk.itf.model.HasLifecycle;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReviewCaseId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A review case on the agenda of a panel meeting. An item is listed, called and closed with the panel's recommendation.
 * Before its closing an item can be removed, or adjourned to another meeting. A recommendation that is no longer valid is
 * voided, and the case returns to the panel as a new item.
 */
@Entity
public class AgendaItem extends TrackedAggregate implements HasLifecycle<AgendaItemStatus> {

    /** Acts on an item that are no transition, by their names on the timeline. */
    public enum Act {
        LIST
    }

    @Id
    private UUID id;

    private UUID grantId;
    private UUID meetingId;
    private UUID caseId;
    private int round;
    private int quorum;

    @Enumerated(EnumType.STRING)
    private AgendaItemStatus status;

    private @Nullable UUID chair;
    private @Nullable Boolean supported;
    private @Nullable String reason;
    private @Nullable String voidReason;
    private @Nullable UUID adjournedTo;
    private @Nullable Instant calledAt;
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    AgendaItem() {}

    /** @param quorum the number of members without an interest that the scheme requires */
    public static AgendaItem list(
            AgendaItemId id, MeetingId meeting, GrantId grant, ReviewCaseId reviewCase, int round, int quorum) {
        var item = new AgendaItem();
        item.id = id.value();
        item.grantId = grant.value();
        item.meetingId = meeting.value();
        item.caseId = reviewCase.value();
        item.round = round;
        item.quorum = quorum;
        item.status = AgendaItemStatus.LISTED;
        return item;
    }

    /** @param leader the chair, or another chair when the chair has an interest in the case */
    public void call(PersonId leader, Instant now) {
        status = AgendaItemTransition.CALL.apply(status);
        chair = leader.value();
        calledAt = now;
    }

    public void close(boolean support, String because, Instant now) {
        status = AgendaItemTransition.CLOSE.apply(status);
        supported = support;
        reason = because;
        endedAt = now;
    }

    public void adjourn(AgendaItemId to, String because, Instant now) {
        status = AgendaItemTransition.ADJOURN.apply(status);
        adjournedTo = to.value();
        reason = because;
        endedAt = now;
    }

    public void remove(String because, Instant now) {
        status = AgendaItemTransition.REMOVE.apply(status);
        reason = because;
        endedAt = now;
    }

    /** Voids the recommendation of the panel. */
    public void voidAdvice(String because) {
        status = AgendaItemTransition.VOID.apply(status);
        voidReason = because;
    }

    /** @throws DomainException {@code item-not-called} unless the panel discusses the item now */
    public void requireCalled() {
        if (status != AgendaItemStatus.CALLED) {
            throw DomainException.conflict("item-not-called", value("status", status));
        }
    }

    /** @throws DomainException {@code item-ended} when the item is neither listed nor called */
    public void requirePending() {
        if (!isPending()) {
            throw DomainException.conflict("item-ended", value("status", status));
        }
    }

    public boolean isPending() {
        return status == AgendaItemStatus.LISTED || status == AgendaItemStatus.CALLED;
    }

    /** Whether the person called the item. */
    public boolean isLedBy(PersonId person) {
        return person.value().equals(chair);
    }

    public AgendaItemId id() {
        return AgendaItemId.of(id);
    }

    @Override
    public GrantId grantId() {
        return GrantId.of(grantId);
    }

    public MeetingId meeting() {
        return MeetingId.of(meetingId);
    }

    public ReviewCaseId caseId() {
        return ReviewCaseId.of(caseId);
    }

    public int quorum() {
        return quorum;
    }

    @Override
    public AgendaItemStatus status() {
        return status;
    }

    Optional<PersonId> chair() {
        return Optional.ofNullable(chair).map(PersonId::of);
    }

    public AgendaItemView.Course course() {
        return new AgendaItemView.Course(
                status,
                chair().orElse(null),
                calledAt,
                endedAt,
                supported,
                reason,
                voidReason,
                adjournedTo == null ? null : AgendaItemId.of(adjournedTo));
    }

    @Override
    public String subject() {
        return "agenda-item/" + id;
    }

    @Override
    protected Object state() {
        return new State(meetingId, caseId, round, quorum, course());
    }

    private record State(UUID meeting, UUID reviewCase, int round, int quorum, AgendaItemView.Course course) {}

    @Override
    public String toString() {
        return "agenda item " + id + " of grant " + grantId;
    }
}
